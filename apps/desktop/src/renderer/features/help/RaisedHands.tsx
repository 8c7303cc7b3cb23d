import type { HandView } from '@ringside/shared/protocol/supervision';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import { TierBadge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { CallTimer } from '@ringside/ui/CallTimer';
import { Hand } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useMay } from '../../may.ts';
import { useServices } from '../../services.tsx';
import { handReasonWords } from '../../wording/hand-wording.ts';
import { whoText } from '../../wording/phone-wording.ts';
import { tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import './Help.css';

const none: readonly HandView[] = [];

interface RaisedHandsProps {
  /** joins the call in this way */
  readonly onJoin: (hand: HandView, mode: SupervisionMode) => void;
}

/** HELP-2: agents who ask for help, for those in charge: who comes, and in with one press. */
export function RaisedHands({ onJoin }: RaisedHandsProps) {
  const { t } = useWords();
  const hands = useDesk((s) => s.desk?.hands) ?? none;
  const me = useDesk((s) => s.desk?.me.agentId);
  const others = hands.filter(({ agentId }) => agentId !== me);
  useCallToHelp(others);
  if (others.length === 0) return null;
  return (
    <ul className="hands" aria-label={t({ id: 'hand.list' })}>
      {others.map((hand) => (
        <RaisedHand key={hand.callId} hand={hand} isMine={hand.takenById === me} onJoin={onJoin} />
      ))}
    </ul>
  );
}

function RaisedHand({
  hand,
  isMine,
  onJoin,
}: { readonly hand: HandView; readonly isMine: boolean } & RaisedHandsProps) {
  const words = useWords();
  const { t } = words;
  const tell = useCommand();
  const may = useMay();
  const isIn = useDesk((s) => s.desk?.supervision?.callId === hand.callId);
  const { callId, agentName, reason, who, tier, raisedAt, takenBy } = hand;
  const isFree = takenBy === null;
  const join = async (mode: SupervisionMode): Promise<void> => {
    const taken = isMine || (await tell({ do: 'hand.take', callId })).ok;
    if (taken) onJoin(hand, mode);
  };
  return (
    <li className="hand" data-free={isFree}>
      <Hand size={18} aria-hidden />
      <div className="hand-words">
        <strong role={isFree ? 'alert' : undefined}>
          {t({ id: 'hand.of' }, { agent: agentName, reason: t(handReasonWords[reason]) })}
        </strong>
        <span className="hand-who">
          <span className="rs-clip">{t({ id: 'hand.with' }, { who: whoText(who, words) })}</span>
          {tier !== null && tier !== 'standard' && <TierBadge tier={tier}>{t(tierWords[tier])}</TierBadge>}
          <CallTimer since={raisedAt} />
          {isMine && <em>{t({ id: 'hand.takenByYou' })}</em>}
          {!isMine && takenBy !== null && <em>{t({ id: 'hand.comes' }, { name: takenBy })}</em>}
        </span>
      </div>
      <div className="hand-buttons">
        {isFree && (
          <Button look="primary" onPress={() => void tell({ do: 'hand.take', callId })}>
            {t({ id: 'hand.take' })}
          </Button>
        )}
        {(isFree || isMine) && !isIn && (
          <>
            <Button onPress={() => void join('listen')}>{t({ id: 'mode.listen' })}</Button>
            {may.supervise && (
              <Button onPress={() => void join('whisper')}>{t({ id: 'mode.whisper' })}</Button>
            )}
          </>
        )}
        <Button look="quiet" onPress={() => void tell({ do: 'hand.lower', callId })}>
          {t({ id: 'hand.lower' })}
        </Button>
      </div>
    </li>
  );
}

/** The system calls somebody who looks elsewhere: once for each hand that goes up. */
function useCallToHelp(hands: readonly HandView[]): void {
  const words = useWords();
  const { platform } = useServices();
  const told = useRef(new Set<string>());
  useEffect(() => {
    const open = hands.filter(({ takenBy }) => takenBy === null);
    const fresh = open.find(({ callId, raisedAt }) => !told.current.has(`${callId} ${raisedAt}`));
    for (const { callId, raisedAt } of open) told.current.add(`${callId} ${raisedAt}`);
    if (fresh !== undefined) {
      const { t } = words;
      const { agentName: agent, reason, who } = fresh;
      const title = t({ id: 'hand.of' }, { agent, reason: t(handReasonWords[reason]) });
      platform.remind({ title, body: t({ id: 'hand.with' }, { who: whoText(who, words) }) });
    }
  }, [hands, platform, words]);
}
