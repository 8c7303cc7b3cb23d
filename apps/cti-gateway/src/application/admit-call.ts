import type { CallCommand } from '../domain/call/call-command.ts';
import { unknownStanding } from '../domain/acd/caller-standing.ts';
import type { SwitchEvent } from '../ports/switch.ts';
import { decideAll } from '../domain/call/decide-all.ts';
import type { Hotline } from '../domain/centre/hotline.ts';
import { findHotline } from './find-hotline.ts';
import { newLiveCall } from './floor.ts';
import { arrivalCommands } from './guide-caller.ts';
import type { Parts } from './parts.ts';
import { recogniseCaller, sightCaller } from './recognise-caller.ts';
import { record } from './record-events.ts';
import { emptyPop } from './views/screen-pop.ts';

type Delivered = Extract<SwitchEvent, { type: 'delivered' }>;
type Arrival = Extract<CallCommand, { do: 'arrive' }>;

/** CALL-1: a call from a trunk is recognised and goes where its line leads: a queue, a menu, a word that it is closed; or it is refused, with why. */
export async function admitCall(parts: Parts, delivered: Delivered): Promise<void> {
  const { floor, centre, numbering, clock } = parts;
  if (floor.calls.has(delivered.callId)) return;
  const hotline = findHotline(centre, numbering, delivered.dialled);
  const sighted = await sightCaller(parts, delivered.from);
  const { caller } = sighted;
  const { match, pop, standing } = hotline
    ? await recogniseCaller(parts, sighted, delivered.passed, hotline.popKeys)
    : { match: null, pop: emptyPop(delivered.passed), standing: unknownStanding };
  const { callId, trunkId, legId, dialled } = delivered;
  const [to, then] = destination(parts, hotline);
  const arrival: Arrival = {
    do: 'arrive',
    callId,
    trunkId,
    legId,
    caller,
    dialled,
    hotlineId: hotline?.hotlineId ?? null,
    customerId: match?.kind === 'known' ? match.customer.customerId : null,
    standing,
    to,
  };
  const live = newLiveCall(callId, pop);
  const decision = decideAll(live.call, [arrival, ...then], clock.now());
  if (!decision.ok) throw new Error(`A new call was refused: ${decision.refusal}`);
  await record(parts, live, decision.value, pop);
}

/** Whether it is refused, and what is wanted of it where it is not. */
function destination(parts: Parts, hotline: Hotline | null): [Arrival['to'], readonly CallCommand[]] {
  const { floor, centre } = parts;
  if (hotline === null) return [{ refused: 'unknownNumber' }, []];
  if (floor.draining) return [{ refused: 'full' }, []];
  if (!centre.queues.some(({ queueId }) => queueId === hotline.queueId))
    return [{ refused: 'unknownNumber' }, []];
  const guest = { hotline, language: hotline.language, toldClosed: false, live: null };
  const commands = arrivalCommands(parts, guest);
  return commands === 'busy' ? [{ refused: 'busy' }, []] : ['wantedNext', commands];
}
