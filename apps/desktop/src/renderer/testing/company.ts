import { complaintLists } from './complaint-lists.ts';
import type { PresenceStretchView } from '@ringside/shared/protocol/presence';
import { asId } from '@ringside/shared/model/ids';
import type { CaseFile, CaseStanding, CaseView, PromiseView } from '@ringside/shared/protocol/case';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { CustomerCard, CustomerFile, TimelineEntry } from '@ringside/shared/protocol/customer';
import type { CallRow, Snapshot } from '@ringside/shared/protocol/down';
import type { Reference } from '@ringside/shared/protocol/reference';
import type { TaskView } from '@ringside/shared/protocol/task';

/** A small company for looking at the screens: the cast of the tests, with a past. Times are counted from `now`. */

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

const local = (en: string, hant: string, hans: string) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });
const twd = (amount: number) => ({ minor: amount * 100, currency: 'TWD' });

export const maya = asId<'agent'>('agent-maya');
export const chen = asId<'customer'>('customer-chen');
export const okafor = asId<'customer'>('customer-okafor');
export const lin = asId<'customer'>('customer-lin');
export const linJunior = asId<'customer'>('customer-lin-2');

export const reference: Reference = {
  ...complaintLists,
  centreName: local('Formosa Home Appliances', '福爾摩沙家電', '福尔摩沙家电'),
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  queues: [
    { queueId: asId('service'), name: local('Service', '客服', '客服'), rotaId: null },
    { queueId: asId('sales'), name: local('Sales', '業務', '销售'), rotaId: null },
    { queueId: asId('managers'), name: local('Managers', '值班主管', '值班经理'), rotaId: asId('duty') },
  ],
  skills: [
    { skillId: asId('service'), name: local('Service', '客服', '客服') },
    { skillId: asId('mandarin'), name: local('Mandarin', '國語', '普通话') },
  ],
  hotlines: [
    {
      hotlineId: asId('service'),
      name: local('Service line', '客服專線', '客服热线'),
      number: '0800-000-123',
      script: local(
        'Blue Magpie Home, customer service. You are speaking with … How may I help?',
        '藍鵲居家客服您好，敝姓……，很高興為您服務。',
        '蓝鹊居家客服，您好，我是……，很高兴为您服务。',
      ),
    },
    {
      hotlineId: asId('sales'),
      name: local('Sales line', '訂購專線', '订购热线'),
      number: '0800-000-456',
      script: null,
    },
  ],
  notReadyReasons: [
    { reason: 'break', name: local('Break', '休息', '休息'), limitMs: 900_000 },
    { reason: 'lunch', name: local('Lunch', '午餐', '午餐'), limitMs: 1_800_000 },
    { reason: 'training', name: local('Training', '訓練', '培训'), limitMs: null },
    { reason: 'paperwork', name: local('Paperwork', '文書作業', '文书工作'), limitMs: null },
  ],
  presence: { warnBeforeMs: 60_000, missesAllowed: 3 },
  dispositions: [
    { disposition: 'answered', name: local('Question answered', '已解答', '已解答'), resolves: true },
    { disposition: 'complaint', name: local('Complaint taken', '客訴受理', '投诉受理'), resolves: false },
    { disposition: 'repair', name: local('Repair booked', '安排維修', '安排维修'), resolves: true },
    { disposition: 'billing', name: local('Billing corrected', '帳務更正', '账务更正'), resolves: true },
    { disposition: 'order', name: local('Order taken', '訂單成立', '订单成立'), resolves: true },
    { disposition: 'callback', name: local('Callback agreed', '約定回電', '约定回电'), resolves: false },
    { disposition: 'wrong', name: local('Wrong number', '撥錯號碼', '拨错号码'), resolves: true },
  ],
  categories: [
    category('billing', null, local('Billing', '帳務', '账务')),
    category(
      'charged-twice',
      'billing',
      local('Charged twice', '重複扣款', '重复扣款'),
      local(
        'I’m sorry, {name}. This should not have happened, and I am taking it over myself now.',
        '{name}，非常抱歉，這件事不該發生，現在由我親自為您處理。',
        '{name}，非常抱歉，这件事不该发生，现在由我亲自为您处理。',
      ),
    ),
    category('wrong-amount', 'billing', local('Wrong amount', '金額錯誤', '金额错误')),
    category('delivery', null, local('Delivery', '配送', '配送')),
    category('late', 'delivery', local('Late', '延遲', '延迟')),
    category('damaged', 'delivery', local('Damaged', '損壞', '损坏')),
    category('product', null, local('Product', '產品', '产品')),
    category('smoke', 'product', local('Smoke or shock', '冒煙或觸電', '冒烟或触电')),
  ],
};

function category(
  id: string,
  parent: string | null,
  name: Reference['categories'][number]['name'],
  sayFirst: Reference['categories'][number]['sayFirst'] = null,
) {
  return { category: id, parent, name, sayFirst, safety: id === 'smoke' };
}

export const chenCard = (now: number): CustomerCard => ({
  customerId: chen,
  name: { written: '陳大文', family: '陳', given: '大文', spoken: 'Chan Tai-man', title: 'mr' },
  language: 'zh-Hant',
  tier: {
    tier: 'mvc',
    reason: 'topByMargin',
    facts: { percentile: 4, years: 9, paidOnTime: 23, paymentsDue: 24 },
    decidedAt: now - 3 * day,
  },
  risks: ['openComplaint', 'promiseAtRisk', 'repeatCaller', 'disputedBill'],
});

export const linCards = (now: number): [CustomerCard, CustomerCard] => [
  {
    customerId: lin,
    name: { written: '林淑芬', family: '林', given: '淑芬', spoken: 'Lin Shu-fen', title: 'ms' },
    language: 'zh-Hant',
    tier: { tier: 'standard', reason: 'regular', facts: { years: 3 }, decidedAt: now - day },
    risks: [],
  },
  {
    customerId: linJunior,
    name: { written: '林志明', family: '林', given: '志明', spoken: 'Lin Chih-ming', title: null },
    language: 'zh-Hant',
    tier: { tier: 'mgc', reason: 'growable', facts: { potentialMinor: 4_200_000 }, decidedAt: now - day },
    risks: ['vulnerable'],
  },
];

export const okaforCard = (now: number): CustomerCard => ({
  customerId: okafor,
  name: { written: 'Amara Okafor', family: 'Okafor', given: 'Amara', spoken: null, title: 'ms' },
  language: 'en',
  tier: {
    tier: 'mgc',
    reason: 'growable',
    facts: { potentialMinor: 6_000_000, years: 2 },
    decidedAt: now - day,
  },
  risks: [],
});

export const refund = (now: number): PromiseView => ({
  promiseId: asId('promise-refund'),
  caseId: asId('case-2291'),
  customerId: chen,
  what: '退款完成並以電子郵件確認',
  ownerId: maya,
  ownerName: 'Maya',
  dueAt: now + 2 * hour + 24 * minute,
  keptAt: null,
});

export const case2291 = (now: number): CaseView => ({
  caseId: asId('case-2291'),
  reference: 'C-2291',
  type: 'complaint',
  stage: 'investigated',
  channel: 'call',
  title: '十月份重複扣款',
  category: 'charged-twice',
  severity: 'serious',
  priority: {
    score: 87,
    terms: [
      { term: 'severity', points: 45 },
      { term: 'repeat', points: 20 },
      { term: 'tier', points: 12 },
      { term: 'promise', points: 10 },
    ],
  },
  customerId: chen,
  customerName: '陳大文',
  ownerId: maya,
  ownerName: 'Maya',
  openedAt: now - 3 * day,
  promise: refund(now),
});

export const warrantyCase = (now: number): CaseView => ({
  ...case2291(now),
  caseId: asId('case-2207'),
  reference: 'C-2207',
  type: 'request',
  stage: 'assessed',
  title: 'Extended warranty for the fridge',
  category: 'product',
  severity: 'minor',
  priority: {
    score: 22,
    terms: [
      { term: 'severity', points: 10 },
      { term: 'tier', points: 12 },
    ],
  },
  openedAt: now - 9 * day,
  promise: null,
});

const standing = (now: number): CaseStanding => ({
  stage: 'investigated',
  since: now - 2 * day,
  phase: 'work',
  owner: 'handler',
  isYours: true,
  checklist: [],
  moves: [
    { to: 'proposed', missing: ['causeNamed'] },
    { to: 'waiting', missing: ['causeNamed'] },
    { to: 'escalated', missing: ['causeNamed'] },
  ],
  escalatesTo: 'escalated',
  facts: {
    ownerSet: true,
    acknowledged: true,
    assessed: true,
    evidenceAttached: false,
    causeNamed: false,
    answerWritten: false,
    answerTold: false,
    customerAccepted: false,
    customerDisputed: false,
    checklistDone: true,
    tasksFinished: false,
    promisesKept: false,
    compensationDecided: true,
    compensationSettled: true,
    satisfactionAsked: false,
    preventionDecided: false,
  },
});

export const caseFileOf = (now: number): CaseFile => ({
  case: case2291(now),
  whatHappened: '十月帳單 NT$1,980 被扣款兩次。這是第三次來電，18 日承諾的退款仍未入帳。',
  impact: 'one',
  urgency: 'normal',
  legal: false,
  product: null,
  servicePointId: null,
  contractId: null,
  remedyWanted: '今天退款，並以書面確認',
  feeling: 'upset',
  apologyGiven: true,
  explanation: '系統重複送出同一筆扣款。',
  commitment: '由我負責到退款入帳為止',
  familyId: null,
  acknowledgedAt: now - 3 * day,
  assessedAt: now - 2 * day,
  answer: { proposal: '', toldAt: null, customer: null },
  cause: null,
  preventionNeeded: null,
  satisfaction: null,
  timesReopened: 0,
  duplicateOf: null,
  closedAt: null,
  reopenUntil: null,
  standing: standing(now),
  may: ['edit', 'assign', 'note', 'task', 'promise', 'letter', 'attach', 'compensate', 'cause'],
  entries: [
    {
      entryId: asId('entry-1'),
      at: now - 3 * day,
      who: 'Li',
      what: 'opened',
      text: 'C-2291',
      note: null,
      changes: [],
    },
    {
      entryId: asId('entry-2'),
      at: now - 2 * day,
      who: 'Li',
      what: 'assessed',
      text: '',
      note: null,
      changes: [{ field: 'severity', from: 'moderate', to: 'serious' }],
    },
    {
      entryId: asId('entry-3'),
      at: now - 5 * hour,
      who: 'Maya',
      what: 'noted',
      text: '客戶語氣平穩，但強調這是第三次來電。',
      note: 'internal',
      changes: [],
    },
  ],
  lookers: [],
  calls: [
    { callId: asId('call-90'), at: now - 3 * day, agentName: 'Li' },
    { callId: asId('call-91'), at: now - 5 * hour, agentName: 'Maya' },
  ],
  tasks: [{ taskId: asId('task-1'), title: '確認退款入帳', dueAt: now + hour, state: 'open' }],
  version: 4,
});

export const tasks = (now: number): TaskView[] => [
  task(
    now - 8 * minute,
    'task-callback',
    'callBack',
    '回電 林小姐：到府時間',
    '林淑芬',
    lin,
    '+886912000777',
  ),
  task(now + 50 * minute, 'task-invoice', 'send', 'Send corrected invoice', '陳大文', chen, null),
  task(
    now + 26 * hour,
    'task-check',
    'satisfactionCall',
    'Satisfaction: C-2207',
    '陳大文',
    chen,
    '+886912345678',
  ),
];

function task(
  dueAt: number,
  taskId: string,
  kind: TaskView['kind'],
  title: string,
  customerName: string,
  customerId: TaskView['customerId'],
  number: string | null,
): TaskView {
  return {
    taskId: asId(taskId),
    kind,
    title,
    note: '',
    state: 'open',
    dueAt,
    ownerId: maya,
    ownerName: 'Maya',
    customerId,
    customerName,
    number: number === null ? null : asId(number),
    caseId: taskId === 'task-invoice' ? asId('case-2291') : null,
    caseReference: taskId === 'task-invoice' ? 'C-2291' : null,
    callId: null,
    recording: null,
    ...plainTask,
    version: 1,
  };
}

/** A task that nothing was said of beyond its time. */
export const plainTask = {
  from: null,
  familyId: null,
  madeBy: maya,
  madeByName: 'Maya',
  remindAt: null,
  checklist: [],
  after: null,
  waiting: false,
  repeat: null,
  snoozed: null,
  timesSnoozed: 0,
  timesEscalated: 0,
  ringsAt: null,
  timesPassed: 0,
} satisfies Partial<TaskView>;

/** A message that 陳大文 left, and one that was kept long enough. */
export const messages = (now: number): TaskView[] => {
  const left = task(
    now + hour,
    'task-message',
    'callBack',
    'Listen to the message and call back',
    '陳大文',
    chen,
    '+886912345678',
  );
  const recordingId = asId<'recording'>('recording-1');
  return [
    { ...left, recording: { recordingId, lengthMs: 34_000, kept: true } },
    { ...left, taskId: asId('task-old-message'), recording: { recordingId, lengthMs: 9_000, kept: false } },
  ];
};

const timeline = (now: number): TimelineEntry[] => [
  {
    kind: 'call',
    at: now - 5 * hour,
    callId: asId('call-91'),
    direction: 'inbound',
    outcome: 'handled',
    talkMs: 6 * minute,
    waitMs: 41_000,
    agentName: 'Li',
    queueId: asId('service'),
    disposition: 'complaint',
    feeling: 'upset',
    endedBy: 'caller',
    note: '詢問第二筆扣款何時退回；已說明退款流程，客戶不滿意。',
  },
  { kind: 'case', at: now - 3 * day, case: case2291(now) },
  payment(now - 18 * day, 'p-1', 1_980, 'disputed'),
  payment(now - 18 * day - minute, 'p-2', 1_980, 'onTime'),
  {
    kind: 'order',
    at: now - 31 * day,
    orderId: '88213',
    description: '變頻冰箱 R-520（10-23 安裝）',
    amount: twd(38_900),
  },
  {
    kind: 'call',
    at: now - 52 * day,
    callId: asId('call-70'),
    direction: 'inbound',
    outcome: 'abandoned',
    talkMs: 0,
    waitMs: 95_000,
    agentName: null,
    queueId: asId('service'),
    disposition: null,
    feeling: null,
    endedBy: 'caller',
    note: '',
  },
  {
    kind: 'task',
    at: now - 60 * day,
    task: {
      ...task(now - 60 * day, 'task-old', 'satisfactionCall', '回訪：冷氣清洗', '陳大文', chen, null),
      state: 'done',
    },
  },
  {
    kind: 'call',
    at: now - 101 * day,
    callId: asId('call-55'),
    direction: 'outbound',
    outcome: 'handled',
    talkMs: 3 * minute,
    waitMs: 0,
    agentName: 'Maya',
    queueId: null,
    disposition: 'answered',
    feeling: 'pleased',
    endedBy: 'agent',
    note: 'Extended warranty explained.',
  },
  payment(now - 142 * day, 'p-3', 12_400, 'onTime'),
];

function payment(at: number, paymentId: string, amount: number, state: 'onTime' | 'disputed'): TimelineEntry {
  return {
    kind: 'payment',
    at,
    paymentId,
    amount: twd(amount),
    dueAt: at + day,
    state,
    method: 'Visa ••4021',
  };
}

export const olderEntries = (now: number): TimelineEntry[] => [
  payment(now - 400 * day, 'p-9', 9_900, 'onTime'),
  { kind: 'order', at: now - 402 * day, orderId: '70120', description: '洗衣機 W-12', amount: twd(21_500) },
];

export const chenFile = (now: number): CustomerFile => ({
  card: chenCard(now),
  email: 'taiman.chan@example.com',
  address: '台北市大安區和平東路二段 106 號',
  numbers: [
    { number: asId('+886912345678'), label: 'mobile' },
    { number: asId('+886227001234'), label: 'home' },
  ],
  note: '偏好下午聯絡。',
  customerSince: now - 9 * 365 * day,
  points: 3_150,
  owner: { agentId: asId('li'), name: '李欣怡' },
  customerNumber: '10001',
  figures: {
    margin: twd(84_200),
    openCases: 2,
    nextPromise: refund(now),
    disputed: twd(1_980),
    overdue: null,
    paidOnTime: 23,
    paymentsDue: 24,
    calls90Days: 4,
  },
  products: [
    {
      sku: 'R-520',
      name: '變頻冰箱 R-520',
      quantity: 1,
      boughtAt: now - 31 * day,
      warrantyUntil: now + 700 * day,
    },
    {
      sku: 'AC-28',
      name: '分離式冷氣 AC-28',
      quantity: 2,
      boughtAt: now - 800 * day,
      warrantyUntil: now - 70 * day,
    },
    {
      sku: 'W-12',
      name: '洗衣機 W-12',
      quantity: 1,
      boughtAt: now - 402 * day,
      warrantyUntil: now + 330 * day,
    },
  ],
  openCases: [case2291(now), warrantyCase(now)],
  promises: [refund(now)],
  tasks: [],
  timeline: timeline(now),
  more: true,
  version: 7,
});

export const plainFile = (card: CustomerCard, now: number): CustomerFile => ({
  ...chenFile(now),
  card,
  email: '',
  address: '',
  note: '',
  numbers: [{ number: asId('+886912000777'), label: 'mobile' }],
  figures: {
    ...chenFile(now).figures,
    openCases: 0,
    nextPromise: null,
    disputed: null,
    paidOnTime: 0,
    paymentsDue: 0,
  },
  products: [],
  openCases: [],
  promises: [],
  timeline: [],
  more: false,
});

export const offerFrom = (match: ContactView['pop']['match'], now: number): ContactView => ({
  callId: asId('call-1'),
  direction: 'inbound',
  caller:
    match.kind === 'withheld'
      ? { kind: 'withheld' }
      : {
          kind: 'number',
          number: asId(
            match.kind === 'known'
              ? '+886912345678'
              : match.kind === 'several'
                ? '+886912000777'
                : '+886955000123',
          ),
          display: match.kind === 'stranger' ? 'WANG' : '',
        },
  dialled: '0800000123',
  hotlineId: asId('service'),
  queueId: asId('service'),
  pop: {
    match,
    reason: match.kind === 'known' ? { kind: 'promise', promise: refund(now) } : null,
    openCases: match.kind === 'known' ? [case2291(now), warrantyCase(now)] : [],
    promises: match.kind === 'known' ? [refund(now)] : [],
    risks: match.kind === 'known' ? match.customer.risks : [],
    passed: {},
  },
  state: { is: 'offered', offerId: asId('offer-1'), offeredAt: now - 4_000, until: now + 16_000 },
  queuedAt: now - 41_000,
  waitedMs: null,
  answeredAt: null,
  callback: null,
  manager: null,
  audio: 'ok',
  supervisors: [],
  hand: null,
  digits: '',
  caseIds: [],
  taskIds: [],
  way: { language: null, choices: [], keyedIn: null, closed: null, overflows: [] },
});

export const callRows = (now: number): CallRow[] =>
  (
    ['accepted', 'accepted', 'notAnswered', 'declined', 'callerGaveUp', 'unreachable', 'withdrawn'] as const
  ).map((offer, nth) => ({
    callId: asId(`row-${nth}`),
    at: now - (nth + 1) * 40 * minute,
    direction: nth === 1 ? 'outbound' : 'inbound',
    caller: { kind: 'number', number: asId('+886912345678'), display: '' },
    customerId: nth % 3 === 2 ? null : chen,
    customerName: nth % 3 === 2 ? '' : '陳大文',
    queueId: nth === 1 ? null : asId('service'),
    offer,
    outcome: offer === 'accepted' ? 'handled' : offer === 'callerGaveUp' ? 'abandoned' : null,
    waitMs: 12_000 * (nth + 1),
    talkMs: offer === 'accepted' ? 372_000 : 0,
    disposition: offer === 'accepted' ? 'complaint' : null,
    feeling: offer === 'accepted' ? 'upset' : null,
    note: offer === 'accepted' ? '詢問第二筆扣款' : '',
  }));

export const snapshotOf = (now: number): Snapshot => ({
  epoch: 'gallery',
  seq: 1,
  serverTime: now,
  me: {
    agentId: maya,
    name: 'Maya',
    userName: 'maya',
    language: 'en',
    roles: ['agent'],
    queueIds: [asId('service')],
  },
  reference,
  presence: { state: 'ready', since: now - 4 * minute },
  contacts: [],
  tasks: tasks(now),
  promises: [refund(now)],
  queues: [
    { queueId: asId('service'), waiting: 3, longestSince: now - 74_000, ready: 2, signedIn: 9 },
    { queueId: asId('sales'), waiting: 0, longestSince: null, ready: 4, signedIn: 5 },
  ],
  myDay: {
    handled: 23,
    resolved: 19,
    resolvedAsked: 22,
    promisesKept: 4,
    promisesDue: 5,
    pleased: 11,
    felt: 16,
    handleMs: 23 * 402_000,
  },
  drafts: [],
  supervision: null,
  duty: [],
  alerts: [],
  hands: [],
  messages: [],
  station: 'registered',
  demo: {
    callers: [
      { number: '+886912345678', name: '陳大文', tier: 'mvc', hint: 'most valuable, open complaint' },
      {
        number: '+886912000777',
        name: '林 · two matches',
        tier: 'standard',
        hint: 'two customers share the number',
      },
      { number: '+442079460958', name: 'Amara Okafor', tier: 'mgc', hint: 'calls from London' },
    ],
  },
});

/** Maya's own day by states. */
export const presenceToday = (now: number): PresenceStretchView[] => {
  const ago = (minutes: number) => now - minutes * 60_000;
  return [
    { state: 'notReady', reason: 'signedIn', since: ago(192), until: ago(190) },
    { state: 'ready', reason: null, since: ago(190), until: ago(171) },
    { state: 'onCall', reason: null, since: ago(171), until: ago(160) },
    { state: 'wrapUp', reason: null, since: ago(160), until: ago(158) },
    { state: 'ready', reason: null, since: ago(158), until: ago(95) },
    { state: 'notReady', reason: 'lunch', since: ago(95), until: ago(64) },
    { state: 'ready', reason: null, since: ago(64), until: null },
  ];
};

/** A caller who asked for English, keyed in a number that nobody knows, and was sent on from a full queue. */
export const throughMenu: ContactView['way'] = {
  language: 'en',
  choices: [
    local('English', 'English', 'English'),
    local('With customer number', '以客戶編號', '以客户编号'),
  ],
  keyedIn: { what: 'customerNumber', found: false },
  closed: { by: 'holiday', name: '元旦' },
  overflows: [{ from: asId('sales'), why: 'waited' }],
};
