import type { AgentId, CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import { hours, seconds } from '@ringside/shared/model/instant';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { DutyReach } from '@ringside/shared/model/rota';
import type { Agent } from '../domain/agent/agent.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { DutyContact } from '../domain/rota/duty-contact.ts';
import type { Rota, RotaLayer } from '../domain/rota/rota.ts';
import type { Settings } from '../application/settings.ts';
import { centre, maya, plainHotline, plainQueue } from './cast.ts';
import { openRig, settle } from './rig.ts';

/** Max and Grace take turns: Max is on duty, Grace is the backup, and Mr Okafor wants to speak to one of them. */

const manager = (name: string, language: Language): Agent => ({
  ...maya,
  ...{ agentId: asId(name.toLowerCase()), userName: name.toLowerCase(), name, language },
  roles: ['manager'],
  skills: [],
});
export const max = manager('Max', 'en');
export const grace = manager('Grace', 'zh-Hant');
export const maxsPhone = '+886955000111' as PhoneNumber;
export const gracesPhone = '+886955000222' as PhoneNumber;

export const dutyRota = asId<'rota'>('duty');
export const managers = asId<'queue'>('managers');
export const ringFor = seconds(25);

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
export const layer = (name: string, people: readonly string[], more: Partial<RotaLayer> = {}): RotaLayer => ({
  layer: name,
  name: text(name),
  rotation: 'weekly',
  startsOn: '2026-11-16',
  turnLength: 1,
  changesAt: [0],
  changesOn: 'mon',
  people,
  ...more,
});

export const rotaOf = (layers: readonly RotaLayer[]): Rota => ({
  rotaId: dutyRota,
  name: text('Duty manager'),
  timeZone: null,
  calendarId: null,
  layers,
  minimumRest: 0,
  limits: [],
  ringFor,
  promiseWithin: hours(2),
  responsible: [],
  remindAt: null,
});

/** A line and a queue that whoever is on duty serves, beside those of the cast. */
export const dutyCentre = (layers: readonly RotaLayer[]): Partial<Centre> => ({
  rotas: [rotaOf(layers)],
  queues: [
    ...centre.queues,
    {
      queueId: managers,
      name: text('Managers'),
      ...plainQueue,
      rotaId: dutyRota,
      skills: [],
      wrapUpMode: 'timedOptional',
      wrapUpFor: seconds(30),
      capacity: 10,
      dispositionNeeded: true,
    },
  ],
  hotlines: [
    ...centre.hotlines,
    {
      hotlineId: asId('managers-line'),
      name: text('Managers'),
      numbers: ['managers'],
      queueId: managers,
      greeting: null,
      ...plainHotline,
    },
    {
      hotlineId: asId('menu-line'),
      name: text('Menu'),
      numbers: ['menu'],
      queueId: asId('service'),
      greeting: null,
      ...plainHotline,
      menu: {
        prompt: 'menu',
        waitFor: seconds(5),
        repeats: 1,
        choices: [{ key: '9', name: text('A manager'), to: { to: 'queue', queueId: managers } }],
        otherwise: asId('service'),
      },
    },
  ],
});

export const reachedBy = (
  { agentId }: Agent,
  reach: DutyReach,
  phone: PhoneNumber | null = null,
): DutyContact => ({ agentId, reach, phone, email: null, version: 1 });

interface DutyGiven {
  readonly layers?: readonly RotaLayer[];
  readonly contacts?: readonly DutyContact[];
  readonly settings?: Partial<Settings>;
  /** as they are instead of how the cast has them */
  readonly people?: readonly Agent[];
}

/** The rig with Max and Grace in it, on duty and backup, each with a telephone of their own. */
export async function openDuty({
  layers = [layer('duty', ['max']), layer('backup', ['grace'])],
  contacts = [reachedBy(max, 'deskThenPhone', maxsPhone), reachedBy(grace, 'deskThenPhone', gracesPhone)],
  settings = {},
  people = [],
}: DutyGiven = {}) {
  const rig = await openRig({ centre: dutyCentre(layers), settings });
  for (const agent of [max, grace, ...people])
    await rig.store.commit([{ put: 'agent', agent, passwordHash: `hash of ${agent.userName}` }]);
  await rig.store.commit(contacts.map((contact) => ({ put: 'dutyContact', contact })));
  await rig.restart([]);
  const rung = () => rig.telephony.asked.filter(({ ask }) => ask === 'offer' || ask === 'offerByPhone');
  return {
    ...rig,
    rig,
    get telephony() {
      return rig.telephony;
    },
    /** who was rung for a call, in order: the station, or the number */
    rungFor: (callId: CallId): readonly unknown[] =>
      rung()
        .filter((one) => one.callId === callId)
        .map((one) => one['number'] ?? one['stationId']),
    /** what the telephone rung last said: a voicemail, a busy line, a key */
    failed: (callId: CallId, cause: 'noAnswer' | 'declined' | 'busy' | 'unreachable') =>
      rig.happens({ type: 'failed', callId, legId: rig.telephony.lastLeg(callId), cause }),
    /** they hang up, or their telephone is lost */
    phoneClears: (callId: CallId, cause: 'normal' | 'lost') =>
      rig.happens({
        type: 'connectionCleared',
        callId,
        legId: rig.telephony.lastLeg(callId),
        party: 'agent',
        by: 'agent',
        cause,
      }),
    requestOf: async (callId: CallId) => {
      await settle();
      const request = await rig.store.managerRequestOfCall(callId);
      if (request === null) throw new Error(`Nobody asked for a manager in ${callId}`);
      return request;
    },
    tasksOf: (agentId: AgentId) => rig.store.tasksOfAgent(agentId, 'open', 10),
    said: (callId: CallId): readonly unknown[] =>
      rig.telephony.asked
        .filter((one) => one.callId === callId && one.ask === 'announce')
        .flatMap((one) => one['sounds'] as readonly unknown[]),
  };
}
