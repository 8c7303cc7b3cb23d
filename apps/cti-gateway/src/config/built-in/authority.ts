import type { AuthorityInput } from '../authority.ts';

/** What may be given without asking until a centre sets its own, in minor units of its currency and in points. */
export const builtInAuthority: AuthorityInput[] = [
  {
    rule: 'apology',
    name: { en: 'An apology, for everybody', 'zh-Hant': '致歉信，人人可用', 'zh-Hans': '致歉信，人人可用' },
    grades: ['agent', 'supervisor', 'manager'],
    kinds: ['apologyLetter'],
    upTo: 0,
    upToPerCustomer: 0,
  },
  {
    rule: 'agent',
    name: { en: 'Agents', 'zh-Hant': '客服人員', 'zh-Hans': '客服人员' },
    grades: ['agent'],
    kinds: ['credit', 'voucher', 'goodwill', 'points'],
    upTo: 50000,
    upToPerCustomer: 100000,
    pointsUpTo: 500,
    pointsPerCustomer: 1000,
  },
  {
    rule: 'agent-valuable',
    name: {
      en: 'Agents, for the most valuable',
      'zh-Hant': '客服人員，最有價值客戶',
      'zh-Hans': '客服人员，最有价值客户',
    },
    grades: ['agent'],
    kinds: ['credit', 'voucher', 'goodwill', 'points', 'replacement'],
    upTo: 100000,
    upToPerCustomer: 200000,
    pointsUpTo: 1000,
    pointsPerCustomer: 2000,
    tiers: ['mvc', 'mgc'],
  },
  {
    rule: 'supervisor',
    name: { en: 'Supervisors', 'zh-Hant': '主管', 'zh-Hans': '主管' },
    grades: ['supervisor'],
    kinds: ['refund', 'credit', 'voucher', 'replacement', 'goodwill', 'points'],
    upTo: 300000,
    upToPerCustomer: 600000,
    pointsUpTo: 3000,
    pointsPerCustomer: 6000,
  },
  {
    rule: 'manager',
    name: { en: 'Managers', 'zh-Hant': '經理', 'zh-Hans': '经理' },
    grades: ['manager'],
    kinds: ['refund', 'credit', 'voucher', 'replacement', 'goodwill', 'points'],
    upTo: 2000000,
    upToPerCustomer: 4000000,
    pointsUpTo: 20000,
    pointsPerCustomer: 40000,
  },
];
