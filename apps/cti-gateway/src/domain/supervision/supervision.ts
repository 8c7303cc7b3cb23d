import type { HandReason } from '@ringside/shared/model/hand';
import type { AgentId, LegId, StationId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Presence } from '@ringside/shared/model/presence';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { Call, CallIn } from '../call/call.ts';

/**
 * Somebody in charge in a call (SPEC SUP):
 *
 *   none ─start─▶ ringing ─leg up─▶ in ◀─mode─▶ in ─take over─▶ it is their call
 *                    └───────end, leg gone, call over──────▶ none
 */
export interface Supervision {
  readonly supervisorId: AgentId;
  readonly name: string;
  readonly legId: LegId;
  readonly stationId: StationId;
  readonly mode: SupervisionMode;
  readonly state: 'ringing' | 'in';
  readonly since: Instant;
  /** the call becomes theirs as soon as the leg is up */
  readonly takingOver: boolean;
  /** the centre does not announce who merely listens (SUP-4) */
  readonly isSilent: boolean;
}

/** An agent asks for help with the call they have (SPEC HELP). */
export interface RaisedHand {
  readonly agentId: AgentId;
  readonly raisedAt: Instant;
  readonly reason: HandReason;
  /** who comes; null: nobody yet */
  readonly taken: { readonly by: AgentId; readonly name: string } | null;
}

/** Somebody was there first, by name. */
export interface First<Word extends string> {
  readonly problem: Word;
  readonly by: string;
}

export type Supervisable = CallIn<'talking'> | CallIn<'held'> | CallIn<'reconnecting'>;

/** SUP-1: a call that an agent has; nobody listens to a menu, to music, or to a telephone that rings. */
export const isSupervisable = (call: Call): call is Supervisable =>
  call.state === 'talking' || call.state === 'held' || call.state === 'reconnecting';

/** Whether somebody may come into this call now. */
export function maySupervise(
  call: Call,
  { supervisorId, presence }: { readonly supervisorId: AgentId; readonly presence: Presence },
): Result<void, 'notPossibleNow' | 'notReadyFirst'> {
  if (!isSupervisable(call) || call.agentId === supervisorId) return refuse('notPossibleNow');
  // SUP-2: whoever may be rung, or has a contact, has no ear to spare
  return presence.state === 'notReady' ? ok(undefined) : refuse('notReadyFirst');
}

/** SUP-6: any number may listen, one speaks. */
export function maySpeak(
  others: readonly Supervision[],
  mode: SupervisionMode,
): Result<void, First<'someoneSpeaks'>> {
  const speaker = mode === 'listen' ? undefined : others.find((other) => other.mode !== 'listen');
  return speaker === undefined ? ok(undefined) : refuse({ problem: 'someoneSpeaks', by: speaker.name });
}

/** SUP-4: the agent sees whoever speaks, and who listens where the centre says so. */
export const isShown = ({ mode, isSilent, state }: Supervision): boolean =>
  state === 'in' && (mode !== 'listen' || !isSilent);
