import { asId } from '@ringside/shared/model/ids';
import type { Agent } from '../domain/agent/agent.ts';
import type { HandView, MessageView, SupervisionView } from '@ringside/shared/protocol/supervision';
import { li, maya, noor } from './cast.ts';
import type { Rig, SeatedAgent } from './rig.ts';
import { openRig } from './rig.ts';

/** Supervises beside Noor. */
export const ines: Agent = { ...noor, agentId: asId('ines'), userName: 'ines', name: 'Ines' };
/** Runs the centre, and listens at times. */
export const otto: Agent = {
  ...noor,
  agentId: asId('otto'),
  userName: 'otto',
  name: 'Otto',
  roles: ['manager'],
};

/** A desk with a telephone, not ready. */
export async function seat(rig: Rig, agent: Agent): Promise<SeatedAgent> {
  await rig.store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  const seated = await rig.enter(agent);
  await rig.happens({ type: 'stationUp', stationId: seated.stationId });
  return seated;
}

/** Maya talks with Mr Okafor; Noor and Ines are in charge. */
export async function openFloor(changed: Parameters<typeof openRig>[0] = {}) {
  const rig = await openRig(changed);
  const mayas = await rig.seatReady(maya);
  const callId = await rig.callIn();
  await rig.answer(mayas);
  const noors = await seat(rig, noor);
  const ineses = await seat(rig, ines);
  return { rig, maya: mayas, noor: noors, ines: ineses, callId };
}

/** Li at a desk as well, Ready. */
export const seatLi = (rig: Rig): Promise<SeatedAgent> => rig.seatReady(li);

export const supervisionOf = ({ screen }: SeatedAgent): SupervisionView | null =>
  screen.of('supervision').at(-1)?.supervision ?? null;

export const handsOf = ({ screen }: SeatedAgent): readonly HandView[] =>
  screen.of('hands').at(-1)?.hands ?? [];

export const messagesOf = ({ screen }: SeatedAgent): readonly MessageView[] =>
  screen.of('message').map(({ message }) => message);

/** The leg last rung for whoever supervises this call comes up. */
export const supervisorLegUp = (rig: Rig, callId: string) =>
  rig.happens({
    type: 'established',
    callId: asId(callId),
    legId: asId(String(rig.telephony.asked.findLast(({ ask }) => ask === 'supervise')?.['legId'])),
    party: 'supervisor',
  });
