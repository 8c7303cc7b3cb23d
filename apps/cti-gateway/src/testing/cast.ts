import { asId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Agent } from '../domain/agent/agent.ts';
import type { Customer } from '../domain/customer/customer.ts';
import type { Centre } from '../domain/centre/centre.ts';
import { minutes, seconds } from '@ringside/shared/model/instant';

/** The people and the place that tests tell of: Maya and Li are agents, Noor supervises, Mr Okafor and 陳大文 call. */

const english = asId<'skill'>('english');
const mandarin = asId<'skill'>('mandarin');
export const service = asId<'queue'>('service');
export const billing = asId<'queue'>('billing');

const person = (name: string, roles: Agent['roles'], skills: Agent['skills']): Agent => ({
  agentId: asId(name.toLowerCase()),
  userName: name.toLowerCase(),
  name,
  language: 'en',
  roles,
  skills,
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
  tier: { tier: 'standard', reason: 'regular', facts: {}, decidedAt: 0 },
  version: 1,
});

export const okafor: Customer = customer('okafor', 'Amara Okafor', okaforsNumber);
export const chen: Customer = customer('chen', '陳大文', chensNumber);

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });

export const centre: Centre = {
  name: text('Harbour Home'),
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  hotlines: [
    {
      hotlineId: asId('service-line'),
      name: text('Service'),
      numbers: ['+886800111222', 'service'],
      queueId: service,
      answer: 'atOnce',
      greeting: 'welcome-en',
      music: 'music',
    },
    {
      hotlineId: asId('billing-line'),
      name: text('Billing'),
      numbers: ['+886800333444', 'billing'],
      queueId: billing,
      answer: 'withAgent',
      greeting: null,
      music: 'music',
    },
  ],
  queues: [
    {
      queueId: service,
      name: text('Service'),
      skills: [english],
      offerFor: seconds(20),
      wrapUpFor: minutes(1),
      capacity: 50,
      dispositionNeeded: true,
    },
    {
      queueId: billing,
      name: text('Billing'),
      skills: [mandarin],
      offerFor: seconds(20),
      wrapUpFor: 0,
      capacity: 2,
      dispositionNeeded: false,
    },
  ],
  notReadyReasons: [{ reason: 'lunch', name: text('Lunch') }],
  dispositions: [{ disposition: 'solved', name: text('Solved'), resolves: true }],
  categories: [{ category: 'delivery', parent: null, name: text('Delivery'), sayFirst: null }],
};
