import type { PathStep } from '@ringside/shared/protocol/call-path';
import { useReference } from '../../reference.ts';
import { useText } from '../../i18n/text.ts';
import { useWords } from '../../wording/words.ts';
import { whyNotEarlier, whyNow, whyThisAgent } from './reason-wording.ts';

type Offer = Extract<PathStep, { is: 'offered' }>;

/** The recorded reason of one offer, in three answers. */
export function WhyOffered({ offer }: { readonly offer: Offer }) {
  const words = useWords();
  const reference = useReference();
  const { why, agentName } = offer;
  if (why === null) return null;
  return (
    <dl className="call-why">
      <Answer to="path.whyThisAgent" lines={whyThisAgent(why, agentName, reference, words)} />
      <Answer to="path.whyNow" lines={whyNow(why, words)} />
      <Answer to="path.whyNotEarlier" lines={whyNotEarlier(why, words)} />
    </dl>
  );
}

type Question = 'path.whyThisAgent' | 'path.whyNow' | 'path.whyNotEarlier';

function Answer({ to, lines }: { readonly to: Question; readonly lines: readonly string[] }) {
  const t = useText();
  return (
    <div>
      <dt>{t({ id: to })}</dt>
      {lines.map((line) => (
        <dd key={line}>{line}</dd>
      ))}
    </div>
  );
}
