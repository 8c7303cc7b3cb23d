import type { RotaId } from '@ringside/shared/model/ids';
import { Link } from '@tanstack/react-router';
import type { DutyLine as Line } from '@ringside/shared/protocol/rota';
import { StateShape } from '@ringside/ui/StateShape';
import { onTick, serverNow } from '@ringside/ui/ticker';
import { useCallback, useSyncExternalStore } from 'react';
import { useDesk } from './desk.ts';
import type { DutyWords } from './wording/duty-wording.ts';
import { dutyWords } from './wording/duty-wording.ts';
import { useWords } from './wording/words.ts';
import './DutyLine.css';

const nobody: readonly Line[] = [];
const shapes = { on: 'ready', gap: 'breach', notNeeded: 'offline' } as const;

interface DutyLineProps {
  /** one rota alone; all of them where it is left out */
  readonly rotaId?: RotaId;
}

/** RVIEW-1: who is on now, until when, and who is next; the same on every screen. Nothing where the centre has no rota. */
export function DutyLine({ rotaId }: DutyLineProps) {
  const words = useWords();
  const duty = useDesk(({ desk }) => desk?.duty ?? nobody);
  const minute = useMinute();
  const lines = duty.filter((line) => rotaId === undefined || line.rotaId === rotaId);
  if (lines.length === 0) return null;
  return (
    <ul className="duty" aria-label={words.t({ id: 'duty.label' })}>
      {lines.map((line) => (
        <li key={line.rotaId}>
          <OneRota shown={dutyWords(line, minute, words)} leadsThere={rotaId === undefined} />
        </li>
      ))}
    </ul>
  );
}

/** Who is on now, without the rota's name and who is next. */
export function DutyNow({ rotaId }: { readonly rotaId: RotaId }) {
  const words = useWords();
  const minute = useMinute();
  const line = useDesk(({ desk }) => desk?.duty.find((one) => one.rotaId === rotaId));
  return line === undefined ? null : dutyWords(line, minute, words).now;
}

interface OneRotaProps {
  readonly shown: DutyWords;
  /** from every page to the whole schedule, which agents have no other way to */
  readonly leadsThere: boolean;
}

function OneRota({ shown: { rota, state, now, next }, leadsThere }: OneRotaProps) {
  const whole = [rota, now, next].filter((part) => part !== null).join(' · ');
  return (
    <span className={`duty-one duty-${state}`} title={whole}>
      {leadsThere ? (
        <Link className="duty-rota" to="/rota">
          {rota}
        </Link>
      ) : (
        <span className="duty-rota">{rota}</span>
      )}
      <span className="duty-now">
        <StateShape state={shapes[state]} />
        <strong>{now}</strong>
      </span>
      {next !== null && <span className="duty-next">{next}</span>}
    </span>
  );
}

const minuteMs = 60_000;

/** The gateway's minute: "today" and "tomorrow" pass, and nothing is drawn anew each second. */
function useMinute(): number {
  const listen = useCallback((changed: () => void) => onTick(changed), []);
  return useSyncExternalStore(listen, () => Math.floor(serverNow() / minuteMs) * minuteMs);
}
