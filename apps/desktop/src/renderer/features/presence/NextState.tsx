import { isNextForced } from '@ringside/shared/model/presence-transitions';
import type { PresenceView } from '@ringside/shared/protocol/presence';
import { IconButton } from '@ringside/ui/Button';
import { Explained } from '@ringside/ui/Hint';
import { StateShape } from '@ringside/ui/StateShape';
import { Lock, X } from 'lucide-react';
import { useCommand } from '../../asking.ts';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import { reasonName } from './presence-wording.ts';

/** What the agent is going to be after this contact, beside what they are; one press takes it back. */
export function NextState({ presence }: { readonly presence: PresenceView }) {
  const words = useWords();
  const reference = useReference();
  const tell = useCommand();
  const reason = 'next' in presence ? (presence.next ?? null) : null;
  if (reason === null) return null;
  const next = reasonName(reason, reference, words);
  const by = 'nextBy' in presence ? (presence.nextBy ?? '') : '';
  const isForced = isNextForced(presence);
  return (
    <span className="presence-next" data-forced={isForced || undefined}>
      <StateShape state="notReady" />
      <span className="rs-clip">{words.t({ id: 'presence.next' }, { next })}</span>
      {isForced ? (
        <Explained text={words.t({ id: 'presence.lockedNext' }, { name: by })}>
          <Lock size={14} aria-hidden />
          <span className="presence-next-by">{by}</span>
        </Explained>
      ) : (
        <IconButton
          small
          label={words.t({ id: 'presence.cancelNext' }, { next })}
          icon={<X size={14} aria-hidden />}
          onPress={() => void tell({ do: 'presence.next', reason: null })}
        />
      )}
    </span>
  );
}
