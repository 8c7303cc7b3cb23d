import { builtInComplaints } from './complaints.ts';
import type { SkillId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Agent } from '../domain/agent/agent.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { Hotline } from '../domain/centre/hotline.ts';
import type { Queue } from '../domain/centre/queue.ts';
import { minutes, seconds } from '@ringside/shared/model/instant';

/** The people and the place that tests tell of: Maya and Li are agents, Noor supervises, Mr Okafor and 陳大文 call. */

const english = asId<'skill'>('english');
const mandarin = asId<'skill'>('mandarin');
export const service = asId<'queue'>('service');
export const billing = asId<'queue'>('billing');

const person = (name: string, roles: Agent['roles'], skills: readonly SkillId[]): Agent => ({
  agentId: asId(name.toLowerCase()),
  userName: name.toLowerCase(),
  name,
  language: 'en',
  roles,
  skills: skills.map((skillId) => ({ skillId, level: 3 })),
  familyId: null,
  active: true,
});

export const maya = person('Maya', ['agent'], [english]);
export const li = person('Li', ['agent'], [english, mandarin]);
export const noor = person('Noor', ['supervisor'], []);

export const okaforsNumber = '+886912345678' as PhoneNumber;
export const chensNumber = '+886223456789' as PhoneNumber;
export const nobodysNumber = '+886900000000' as PhoneNumber;

const customer = (id: string, written: string, number: PhoneNumber): Customer => ({
  customerId: asId(id),
  name: { written, family: null, given: null, spoken: null, title: 'mr' },
  language: 'en',
  email: '',
  address: '',
  note: '',
  numbers: [{ number, label: 'mobile' }],
  since: 0,
  points: 0,
  vulnerable: false,
  ownerId: null,
  tier: { tier: 'standard', reason: 'regular', facts: {}, decidedAt: 0 },
  version: 1,
});

export const okafor: Customer = customer('okafor', 'Amara Okafor', okaforsNumber);
export const chen: Customer = customer('chen', '陳大文', chensNumber);

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });

/** A line that does nothing but lead to its queue. */
export const plainHotline = {
  answer: 'atOnce',
  music: 'music',
  language: 'en',
  calendarId: null,
  whenClosed: { prompt: null, to: { to: 'goodbye', prompt: null } },
  emergency: null,
  menu: null,
  script: null,
  popKeys: [],
} as const satisfies Partial<Hotline>;

/** A queue where nothing happens but waiting. */
export const plainQueue = {
  preferredSkills: [],
  rings: [],
  priority: {
    tiers: { mvc: 0, mgc: 0, standard: 0, bz: 0 },
    unknown: 0,
    openComplaint: 0,
    abandonedBefore: 0,
    hotlines: {},
  },
  guaranteedWait: null,
  preferredAgent: null,
  overflow: [],
  waiting: { announceEvery: null, comfort: null, position: false, expectedWait: false },
  callback: null,
  voicemail: null,
  calendarId: null,
  rotaId: null,
  offerFor: seconds(20),
  serviceLevel: { formula: 'SL-4', within: seconds(20), shortAbandon: seconds(5), target: 0.8, red: 0.6 },
} as const satisfies Partial<Queue>;

export const centre: Centre = {
  name: text('Harbour Home'),
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  skills: [
    { skillId: english, name: text('English') },
    { skillId: mandarin, name: text('Mandarin') },
  ],
  jobFamilies: [],
  calendars: [],
  rotas: [],
  hotlines: [
    {
      hotlineId: asId('service-line'),
      name: text('Service'),
      numbers: ['+886800111222', 'service'],
      queueId: service,
      greeting: 'welcome-en',
      ...plainHotline,
    },
    {
      hotlineId: asId('billing-line'),
      name: text('Billing'),
      numbers: ['+886800333444', 'billing'],
      queueId: billing,
      greeting: null,
      ...plainHotline,
      answer: 'withAgent',
    },
  ],
  queues: [
    {
      queueId: service,
      name: text('Service'),
      ...plainQueue,
      skills: [{ skillId: english, level: 1 }],
      wrapUpMode: 'timedOptional',
      wrapUpFor: minutes(1),
      capacity: 50,
      dispositionNeeded: true,
    },
    {
      queueId: billing,
      name: text('Billing'),
      ...plainQueue,
      skills: [{ skillId: mandarin, level: 1 }],
      wrapUpMode: 'none',
      wrapUpFor: 0,
      capacity: 2,
      dispositionNeeded: false,
    },
  ],
  notReadyReasons: [{ reason: 'lunch', name: text('Lunch'), limit: null }],
  dispositions: [{ disposition: 'solved', name: text('Solved'), resolves: true }],
  ...builtInComplaints,
  categories: [{ category: 'delivery', parent: null, name: text('Delivery'), sayFirst: null, safety: false }],
  prompts: [],
  presence: { missesAllowed: 1, warnBefore: minutes(1) },
  supervision: { announced: true },
};
