import type { CaseId, CustomerId } from '@ringside/shared/model/ids';
import type { SimilarReason } from '@ringside/shared/model/similar-reason';
import type { SimilarCaseView } from '@ringside/shared/protocol/intake';
import { similarCase } from '@ringside/shared/protocol/intake';
import { Button } from '@ringside/ui/Button';
import { serverNow } from '@ringside/ui/ticker';
import { History } from 'lucide-react';
import { useEffect, useState } from 'react';
import type { Control } from 'react-hook-form';
import { useWatch } from 'react-hook-form';
import { defineMessages } from 'react-intl';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import type { Message } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';
import { stageName, useReference } from '../../reference.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseValues } from './case-values.ts';

const similarCases = z.array(similarCase);
const pauseWhileTyping = 400;
/** Of a long story the beginning says what it is about. */
const longestAsked = 2_000;
const mostShown = 4;

const reasons: Record<SimilarReason, Message> = defineMessages({
  category: { id: 'similar.category' },
  product: { id: 'similar.product' },
  text: { id: 'similar.text' },
  area: { id: 'similar.area' },
});

interface EarlierCasesProps {
  readonly control: Control<CaseValues>;
  readonly customerId: CustomerId | null;
  readonly onAdd: (caseId: CaseId) => void;
}

/** Earlier complaints that may be this one, and what else is open: adding to one is better than a second of the same. */
export function EarlierCases({ control, customerId, onAdd }: EarlierCasesProps) {
  const { t } = useWords();
  const found = useSimilar(control, customerId);
  if (found.length === 0) return null;
  const isAlike = found.some(({ because }) => because.length > 0);
  return (
    <section className="earlier" aria-label={t({ id: 'similar.title' })}>
      <p className="earlier-title" role="status">
        <History size={16} aria-hidden />
        {isAlike
          ? t({ id: 'similar.found' }, { count: found.filter(({ because }) => because.length > 0).length })
          : t({ id: 'similar.open' }, { count: found.length })}
      </p>
      <ul>
        {found.slice(0, mostShown).map((one) => (
          <Earlier key={one.case.caseId} earlier={one} onAdd={onAdd} />
        ))}
      </ul>
    </section>
  );
}

function Earlier({
  earlier: { case: one, because },
  onAdd,
}: {
  readonly earlier: SimilarCaseView;
  readonly onAdd: EarlierCasesProps['onAdd'];
}) {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const reference = useReference();
  const why = because.map((reason) => t(reasons[reason]));
  return (
    <li>
      <div>
        <button type="button" className="link" onClick={() => go.case(one.caseId)}>
          <strong>{one.reference}</strong> {one.title}
        </button>
        <small>
          {[stageName(one, reference, words), dayAndTime(one.openedAt, serverNow(), words), ...why].join(
            ' · ',
          )}
        </small>
      </div>
      <Button
        small
        aria-label={t({ id: 'similar.addTo' }, { reference: one.reference })}
        onPress={() => onAdd(one.caseId)}
      >
        {t({ id: 'similar.add' })}
      </Button>
    </li>
  );
}

/** Asked again when the typing pauses; the last answer stays until the next one is there. */
function useSimilar(control: Control<CaseValues>, customerId: CustomerId | null): readonly SimilarCaseView[] {
  const [category, product, whatHappened] = useWatch({
    control,
    name: ['category', 'product', 'whatHappened'],
  });
  const told = JSON.stringify({
    category: category || null,
    product: product.name.trim().slice(0, 200) || null,
    text: whatHappened.slice(0, longestAsked),
  });
  const asked = useSettled(told, pauseWhileTyping);
  const answer = useAnswer(
    customerId && { ask: 'intake.similar', customerId, ...(JSON.parse(asked) as Told) },
    similarCases,
    customerId,
  );
  const [last, setLast] = useState<readonly SimilarCaseView[]>([]);
  if (answer.value !== null && answer.value !== last) setLast(answer.value);
  return answer.value ?? last;
}

interface Told {
  readonly category: string | null;
  readonly product: string | null;
  readonly text: string;
}

function useSettled(value: string, pause: number): string {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), pause);
    return () => clearTimeout(timer);
  }, [value, pause]);
  return settled;
}
