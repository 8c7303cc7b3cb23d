import { feelings } from '@ringside/shared/model/call-outcome';
import { caseHappenings } from '@ringside/shared/model/case-happening';
import {
  caseTypes,
  customerAnswers,
  impacts,
  noteKinds,
  satisfactions,
  severities,
  taskKinds,
  urgencies,
} from '@ringside/shared/model/case-stage';
import { compensationKinds, compensationStates } from '@ringside/shared/model/compensation';
import { languages } from '@ringside/shared/model/language';
import { titles } from '@ringside/shared/model/person-name';
import { isE164 } from '@ringside/shared/model/phone-number';
import { roles } from '@ringside/shared/model/role';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { z } from 'zod';

const localText = z.object({ en: z.string(), 'zh-Hant': z.string(), 'zh-Hans': z.string() });
/** `{ mobile: '+886…', home: '+886…' }`, the first one being the one they call from. */
const numbers = z
  .record(z.string(), z.string())
  .transform((written) => Object.entries(written).map(([label, one]) => ({ label, number: one })))
  .pipe(
    z.array(
      z.object({ label: z.enum(['mobile', 'home', 'work', 'other']), number: z.string().refine(isE164) }),
    ),
  );
const ways = ['card', 'onTime', 'late', 'open', 'overdue', 'disputed'] as const;

const purchase = z
  .string()
  .regex(/^\S+ [0-9.]+( (card|onTime|late|open|overdue|disputed))?( x[0-9]+)?$/u)
  .transform((text) => {
    const [sku = '', daysAgo = '', ...rest] = text.split(' ');
    const quantity = rest.find((word) => word.startsWith('x'))?.slice(1) ?? '1';
    const how = ways.find((way) => rest.includes(way)) ?? 'card';
    return { sku, daysAgo: Number(daysAgo), how, quantity: Number(quantity) };
  });

const pastCall = z
  .string()
  .regex(/^[0-9.]+ \S+ \S+ [0-9]+( (pleased|neutral|upset|angry))?( - .*)?$/u)
  .transform((text) => {
    const [facts = '', note = ''] = text.split(' - ');
    const [daysAgo = '', queue = '', disposition = '', minutes = '', feeling] = facts.split(' ');
    return {
      daysAgo: Number(daysAgo),
      queue,
      disposition,
      talkMinutes: Number(minutes),
      feeling: feelings.find((known) => known === feeling) ?? null,
      note,
    };
  });

const promise = z.object({ what: z.string(), owner: z.string(), dueHours: z.number() });

/** "daysAgo who what [- text]"; `who` may be the gateway, `what` a happening, or a note or customerNote. */
const happened = z
  .string()
  .regex(/^[0-9.]+ \S+ \S+( - .*)?$/u)
  .transform((line) => {
    const [facts = '', text = ''] = line.split(' - ');
    const [daysAgo = '', who = '', word = ''] = facts.split(' ');
    const note = word === 'note' ? 'internal' : word === 'customerNote' ? 'customer' : null;
    return { daysAgo: Number(daysAgo), who, what: note === null ? word : 'noted', note, text };
  })
  .pipe(
    z.object({
      daysAgo: z.number(),
      who: z.string(),
      what: z.enum(caseHappenings),
      note: z.enum(noteKinds).nullable(),
      text: z.string(),
    }),
  );

const given = z.strictObject({
  kind: z.enum(compensationKinds),
  /** whole units of the currency */
  amount: z.number().int(),
  state: z.enum(compensationStates),
  by: z.string(),
  decidedBy: z.string().nullable().default(null),
  daysAgo: z.number(),
  reason: z.string(),
});

const mark = z.number().int().min(1).max(5).nullable();
const asked = z.strictObject({
  daysAgo: z.number(),
  by: z.string(),
  outcome: z.enum(satisfactions),
  answers: z.strictObject({ solved: mark, handled: mark, stay: mark }),
  comment: z.string().default(''),
});

const measure = z.strictObject({
  what: z.string(),
  owner: z.string(),
  dueDays: z.number(),
  doneDays: z.number().nullable().default(null),
});

/** printed and posted; an e-mail would need a mail server */
const posted = z.strictObject({ daysAgo: z.number(), by: z.string(), subject: z.string(), body: z.string() });

const pastCase = z.strictObject({
  title: z.string(),
  type: z.enum(caseTypes),
  category: z.string(),
  severity: z.enum(severities),
  stage: z.string(),
  owner: z.string(),
  openedDays: z.number(),
  closedDays: z.number().nullable().default(null),
  /** which of `called`, first to last */
  calls: z.array(z.number().int()),
  whatHappened: z.string(),
  remedyWanted: z.string(),
  feeling: z.enum(feelings).nullable(),
  apologyGiven: z.boolean(),
  commitment: z.string(),
  promise: promise.nullable().default(null),
  impact: z.enum(impacts).default('one'),
  urgency: z.enum(urgencies).default('normal'),
  legal: z.boolean().default(false),
  product: z.string().nullable().default(null),
  servicePoint: z.string().nullable().default(null),
  explanation: z.string().default(''),
  proposal: z.string().default(''),
  /** when the answer was told, and what the customer says to it */
  toldDays: z.number().nullable().default(null),
  says: z.enum(customerAnswers).nullable().default(null),
  cause: z.string().nullable().default(null),
  whys: z.array(z.string()).default([]),
  story: z.array(happened).default([]),
  compensation: z.array(given).default([]),
  check: asked.nullable().default(null),
  measure: measure.nullable().default(null),
  letter: posted.nullable().default(null),
});

const openTask = z.object({
  kind: z.enum(taskKinds),
  title: z.string(),
  owner: z.string(),
  dueHours: z.number(),
  ofCase: z.number().int().nullable().default(null),
});

const customer = z.strictObject({
  id: z.string().regex(/^[a-z-]{1,50}$/u),
  caller: localText.nullable().default(null),
  name: z.object({
    written: z.string(),
    family: z.string().nullable(),
    given: z.string().nullable(),
    spoken: z.string().nullable().default(null),
    title: z.enum(titles).nullable(),
  }),
  language: z.enum(languages),
  numbers,
  email: z.string().default(''),
  address: z.string(),
  note: z.string().default(''),
  sinceDays: z.number(),
  points: z.number().int(),
  vulnerable: z.boolean().default(false),
  /** user name of whose account it is */
  owner: z.string().nullable().default(null),
  potential: z.number().nullable().default(null),
  bought: z.array(purchase).default([]),
  called: z.array(pastCall).default([]),
  cases: z.array(pastCase).default([]),
  tasks: z.array(openTask).default([]),
});

const company = z.strictObject({
  password: z.string(),
  people: z.array(
    z.object({
      userName: z.string(),
      name: z.string(),
      language: z.enum(languages),
      roles: z.array(z.enum(roles)),
      skills: z.array(z.string()),
    }),
  ),
  goods: z.array(
    z.strictObject({
      sku: z.string(),
      price: z.number(),
      margin: z.number(),
      warrantyMonths: z.number().nullable(),
      owned: z.boolean().default(true),
      name: localText,
    }),
  ),
  customers: z.array(customer),
});

export type DemoCompany = z.infer<typeof company>;
export type DemoCustomer = z.infer<typeof customer>;
export type DemoGoods = DemoCompany['goods'][number];

/** Reads the demo company, e.g. resources/demo/company.yaml. Fails with what is wrong and where. */
export function readDemoCompany(path: string): DemoCompany {
  const parsed = company.safeParse(parse(readFileSync(path, 'utf8')));
  if (parsed.success) return parsed.data;
  throw new Error(
    `The demo company ${path} can't be read, so there is nothing to show:\n${z.prettifyError(parsed.error)}`,
  );
}
