import type { AgentId, RotaId } from '@ringside/shared/model/ids';
import type { SwapCandidate } from '@ringside/shared/protocol/rota';
import { swapCandidate } from '@ringside/shared/protocol/rota';
import { Loading } from '@ringside/ui/EmptyState';
import { Checkbox } from '@ringside/ui/Field';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { anyRota } from '../../desk.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { hindranceWords } from './swap-words.ts';

const candidates = z.array(swapCandidate);
const none: readonly SwapCandidate[] = [];

interface WhoCanCoverProps {
  readonly shift: {
    readonly rotaId: RotaId;
    readonly layer: string;
    readonly from: string;
    readonly until: string;
  };
  readonly isWrong: boolean;
  readonly asks: readonly AgentId[] | null;
  readonly isMissing: boolean;
  readonly onChange: (asks: readonly AgentId[]) => void;
}

/** SWAP-2: who could take it is ticked where they take turns on this rota; of everybody else it is said why not. */
export function WhoCanCover({ shift, isWrong, asks, isMissing, onChange }: WhoCanCoverProps) {
  const { t } = useWords();
  const { value, problem } = useAnswer(
    isWrong ? null : { ask: 'swap.candidates', ...shift },
    candidates,
    anyRota,
  );
  if (problem !== null) return <p className="rs-field-error">{t(problemWords[problem])}</p>;
  if (value === null) return isWrong ? null : <Loading label={t({ id: 'common.loading' })} lines={3} />;
  const able = (value ?? none).filter(({ not }) => not === null);
  const unable = (value ?? none).filter(({ not }) => not !== null);
  const ownPeople = able.filter(({ isOnRota }) => isOnRota);
  const chosen = asks ?? (ownPeople.length > 0 ? ownPeople : able).map(({ agentId }) => agentId);
  const turn = (agentId: AgentId, isOn: boolean): void =>
    onChange(isOn ? [...chosen, agentId] : chosen.filter((one) => one !== agentId));
  return (
    <fieldset className="swap-people">
      <legend className="rs-label">{t({ id: 'swap.whom' })}</legend>
      {able.length === 0 && <p className="rs-field-error">{t(problemWords.nobodyCanTakeIt)}</p>}
      {able.map(({ agentId, agentName }) => (
        <Checkbox key={agentId} isOn={chosen.includes(agentId)} onChange={(isOn) => turn(agentId, isOn)}>
          {agentName}
        </Checkbox>
      ))}
      {isMissing && <p className="rs-field-error">{t({ id: 'swap.nobodyChosen' })}</p>}
      {unable.length > 0 && (
        <ul className="swap-unable" aria-label={t({ id: 'swap.whoCannot' })}>
          {unable.map(({ agentId, agentName, not }) => (
            <li key={agentId} className="rs-muted">
              {not !== null && t({ id: 'swap.cannot' }, { name: agentName, why: t(hindranceWords[not]) })}
            </li>
          ))}
        </ul>
      )}
    </fieldset>
  );
}
