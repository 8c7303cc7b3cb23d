import type { AdminProblemView, RevisionView, UserView } from '@ringside/shared/protocol/administration';
import { asId } from '@ringside/shared/model/ids';
import { complaintLists } from './complaint-lists.ts';
import type { ApiTokenView } from '@ringside/shared/protocol/case-api';
import type { AdminAsk, AdminReply } from '../gateway/administer.ts';

type Item = Record<string, unknown>;

const text = (en: string, hant: string, hans = hant) => ({ en, 'zh-Hant': hant, 'zh-Hans': hans });
const idKeys: Record<string, string> = {
  skills: 'skill',
  jobFamilies: 'family',
  calendars: 'calendarId',
  queues: 'queueId',
  hotlines: 'hotlineId',
  notReadyReasons: 'reason',
  dispositions: 'disposition',
  categories: 'category',
  prompts: 'promptId',
  rotas: 'rotaId',
  workflows: 'type',
  clocks: 'rule',
  contracts: 'contract',
  servicePoints: 'servicePoint',
  playbooks: 'category',
  templates: 'template',
  causes: 'cause',
  authority: 'rule',
};

const firstDocument = (): Record<string, unknown> => ({
  name: text('Formosa Home Appliances', '福爾摩沙家電', '福尔摩沙家电'),
  region: 'TW',
  timeZone: 'Asia/Taipei',
  currency: 'TWD',
  skills: [
    { skill: 'service', name: text('Service', '客服') },
    { skill: 'mandarin', name: text('Mandarin', '中文') },
  ],
  jobFamilies: [
    {
      family: 'support',
      name: text('Support', '技術支援', '技术支持'),
      roles: ['agent'],
      skills: [{ skill: 'service', level: 3 }],
    },
  ],
  calendars: [
    {
      calendarId: 'office',
      name: text('Office', '辦公室', '办公室'),
      timeZone: null,
      week: {
        mon: ['09:00-18:00'],
        tue: ['09:00-18:00'],
        wed: ['09:00-12:30', '13:30-18:00'],
        thu: [],
        fri: [],
      },
      exceptions: [{ date: '2027-01-01', name: '元旦', open: [] }],
    },
  ],
  queues: [
    {
      queueId: 'service',
      name: text('Service', '客服'),
      skills: [{ skill: 'service', level: 2 }],
      preferredSkills: [],
      rings: [{ afterSeconds: 60, skills: [] }],
      priority: {
        tiers: { mvc: 3, mgc: 2, standard: 0, bz: 0 },
        unknown: 1,
        openComplaint: 1,
        abandonedBefore: 1,
        hotlines: {},
      },
      guaranteedWaitSeconds: 420,
      preferredAgent: null,
      overflow: [{ when: 'waited', overSeconds: 600, to: { to: 'voicemail' } }],
      waiting: { announceEverySeconds: 60, comfort: 'please-hold', position: true, expectedWait: true },
      callback: { offerOverSeconds: 120, first: 'agentFirst', attempts: 3, retryAfterMinutes: 10 },
      voicemail: null,
      calendarId: null,
      offerForSeconds: 20,
      wrapUpMode: 'timedOptional',
      wrapUpForSeconds: 60,
      capacity: 50,
      dispositionNeeded: true,
      serviceLevel: { formula: 'SL-4', withinSeconds: 20, shortAbandonSeconds: 5, target: 0.8, red: 0.6 },
    },
  ],
  hotlines: [
    {
      hotlineId: 'service',
      name: text('Customer service', '客服專線', '客服热线'),
      numbers: ['+886223456789'],
      queueId: 'service',
      answer: 'atOnce',
      greeting: 'welcome-service-en',
      music: 'hold-music',
      language: 'zh-Hant',
      calendarId: 'office',
      whenClosed: { prompt: 'we-are-closed', to: { to: 'goodbye', prompt: null } },
      emergency: null,
      menu: {
        prompt: 'autumn',
        waitForSeconds: 5,
        repeats: 1,
        otherwise: 'service',
        choices: [
          { key: '1', name: text('Service', '客服'), to: { to: 'queue', queueId: 'service' } },
          { key: '9', name: text('English', '英文'), to: { to: 'language', language: 'en' } },
        ],
      },
      script: null,
      popKeys: [],
    },
    {
      hotlineId: 'sales',
      name: text('Sales', '訂購專線', '订购热线'),
      numbers: ['+886223456700'],
      queueId: 'service',
      whenClosed: { prompt: null, to: { to: 'voicemail' } },
      emergency: { reason: 'Typhoon day', prompt: null },
    },
  ],
  notReadyReasons: [{ reason: 'lunch', name: text('Lunch', '用餐'), limitMinutes: 30 }],
  dispositions: [{ disposition: 'solved', name: text('Solved', '已解決', '已解决'), resolves: true }],
  causes: [
    { cause: 'late-part', parent: null, name: text('Late part', '零件延誤', '配件延误'), active: true },
  ],
  authority: [
    {
      rule: 'agent',
      name: text('Agents', '客服人員', '客服人员'),
      grades: ['agent'],
      tiers: [],
      causes: [],
      kinds: ['credit', 'voucher'],
      upTo: 50_000,
      upToPerCustomer: 100_000,
      pointsUpTo: 500,
      pointsPerCustomer: 1_000,
      withinDays: 365,
    },
  ],
  rotas: [
    {
      rotaId: 'duty',
      name: text('Duty manager', '值班主管'),
      timeZone: null,
      calendarId: 'office',
      layers: [
        {
          layer: 'duty',
          name: text('Duty manager', '值班主管'),
          rotation: 'weekly',
          startsOn: '2026-11-02',
          turnLength: 1,
          changesAt: ['09:00'],
          changesOn: 'mon',
          people: ['noor'],
        },
      ],
      minimumRestHours: 11,
      limits: [{ who: 'everybody', hoursPerWeek: 48, shiftsPerWeek: null, weekendsPerMonth: 2 }],
      ringForSeconds: 25,
      promiseWithinMinutes: 120,
      responsible: [],
      remindAt: '18:00',
    },
  ],
  budgets: [],
  clocks: [
    {
      rule: 'resolve-serious',
      name: text('Resolve a serious matter', '解決嚴重問題', '解决严重问题'),
      clock: 'resolve',
      types: ['complaint'],
      severities: ['serious'],
      tiers: [],
      contracts: [],
      time: 'business',
      calendarId: null,
      targetMinutes: 480,
      warnBeforeMinutes: [120],
      escalateEveryMinutes: 30,
      escalation: ['owner', 'supervisor'],
    },
  ],
  contracts: [{ contract: 'gold', name: text('Gold care', '金級保養', '金级保养') }],
  servicePoints: [{ servicePoint: 'taipei', name: text('Taipei shop', '台北門市', '台北门店') }],
  playbooks: [
    {
      category: 'billing',
      phrases: [text('You will not be charged meanwhile.', '查清楚之前不會收款。', '查清楚之前不会收款。')],
      questions: [text('Which day was it?', '是哪一天？')],
      evidence: [],
      offers: ['refund'],
    },
  ],
  templates: [
    {
      template: 'answer',
      name: text('Answer', '回覆', '回复'),
      purpose: 'answer',
      subject: text(
        'Your complaint {{case.reference}}',
        '您的客訴 {{case.reference}}',
        '您的投诉 {{case.reference}}',
      ),
      body: text('Dear {{customer.name}},', '{{customer.name}} 您好：'),
    },
  ],
  categories: [{ category: 'billing', name: text('Billing', '帳單', '账单'), parent: null, sayFirst: null }],
  workflows: complaintLists.workflows.map((workflow) => ({ ...workflow })),
  prompts: [
    {
      promptId: 'autumn',
      name: text('Autumn greeting', '秋季問候', '秋季问候'),
      language: 'zh-Hant',
      lengthSeconds: 7,
    },
  ],
});

const user = (name: string, part: Partial<UserView>): UserView => ({
  agentId: asId(name.toLowerCase()),
  userName: name.toLowerCase(),
  name,
  language: 'en',
  roles: ['agent'],
  skills: [{ skillId: asId('service'), level: 3 }],
  familyId: asId('support'),
  active: true,
  version: '1',
  signedIn: true,
  ...part,
});

const apiToken = (name: string, part: Partial<ApiTokenView>): ApiTokenView => ({
  tokenId: asId(name.toLowerCase().replaceAll(' ', '-')),
  name,
  scopes: ['cases:write', 'cases:read'],
  madeBy: 'Ada',
  madeAt: 1_795_000_000_000,
  revokedAt: null,
  expiresAt: null,
  lastUsedAt: null,
  ...part,
});

/** The administrators' half of a gateway: it keeps what it is given and finds one fault, a queue without room. */
export function fakeOffice() {
  let document = firstDocument();
  let users = [
    user('Maya', {}),
    user('Li', { signedIn: false }),
    user('Noor', { roles: ['supervisor'], familyId: null }),
    user('Grace', { roles: ['manager'], familyId: null }),
    user('Sam', { active: false, signedIn: false }),
  ];
  let tokens: ApiTokenView[] = [
    apiToken('Web shop', { expiresAt: 1_797_000_000_000, lastUsedAt: 1_795_190_000_000 }),
    apiToken('Old chat', { revokedAt: 1_795_100_000_000, lastUsedAt: null }),
  ];
  const revisions: RevisionView[] = [
    { revision: 1, at: 1_795_000_000_000, who: null, origin: 'file', comment: '', differences: [] },
    {
      revision: 2,
      at: 1_795_100_000_000,
      who: 'Ben',
      origin: 'edit',
      comment: 'More time to write things down',
      differences: [{ path: ['queues', 'service', 'wrapUpForSeconds'], before: 30, after: 60 }],
    },
  ];
  const changedBy = new Map<string, { name: string; revision: number }>();
  const latest = () => revisions.length;

  function change(section: string, id: string, item: Item | null, who: string): void {
    const key = idKeys[section] ?? '';
    const items = (document[section] ?? []) as Item[];
    const others = items.filter((one) => one[key] !== id);
    const at = items.findIndex((one) => one[key] === id);
    if (item !== null) others.splice(at === -1 ? others.length : at, 0, { ...item, [key]: id });
    document = { ...document, [section]: others };
    revisions.push({
      revision: latest() + 1,
      at: 1_795_200_000_000,
      who,
      origin: 'edit',
      comment: '',
      differences: [{ path: [section, id], after: item }],
    });
    changedBy.set(`${section} ${id}`, { name: who, revision: latest() });
  }

  const done = (value: unknown): AdminReply => ({ ok: true, value, etag: String(latest()) });
  const changed = () => done({ revision: latest(), document, differences: [] });

  function answer({ method, path, body, ifMatch }: AdminAsk): AdminReply {
    const [where = ''] = path.split('?');
    const [, what = '', one = '', id = ''] = where.split('/').map(decodeURIComponent);
    if (what === 'centre' && method === 'GET') return done({ revision: latest(), document });
    if (what === 'centre' && method === 'PUT') return putItem(one, id, body as Item, Number(ifMatch));
    if (what === 'centre' && method === 'DELETE') return removeItem(one, id);
    if (what === 'emergency') return closeLine(one, method === 'DELETE' ? null : (body as Item));
    if (what === 'revisions' && method === 'GET')
      return done({ revisions: revisions.toReversed(), more: false });
    if (what === 'revisions') return changed();
    if (what === 'opening')
      return done({ open: false, why: 'holiday', holiday: '元旦', nextOpening: 1_795_200_000_000 });
    if (what === 'users' && id === 'history') return done([]);
    if (what === 'users' && id === 'password') return done({ password: 'kept-nowhere-4711' });
    if (what === 'users' && method === 'GET') return done(users);
    if (what === 'users' && method === 'POST') {
      const added = { ...user('New', {}), ...(body as Partial<UserView>), agentId: asId<'agent'>('new') };
      users = [...users, added];
      return done({ ...added, password: 'kept-nowhere-4711' });
    }
    if (what === 'users') {
      users = users.map((was) => (was.agentId === one ? { ...was, ...(body as Partial<UserView>) } : was));
      return done(users.find((was) => was.agentId === one));
    }
    if (what === 'api-tokens' && method === 'GET') return done(tokens);
    if (what === 'api-tokens' && method === 'POST') {
      const { name, scopes } = body as Pick<ApiTokenView, 'name' | 'scopes'>;
      const made = apiToken(name, { scopes });
      tokens = [...tokens, made];
      return done({ ...made, token: 'rsapi_kept-nowhere-4711' });
    }
    if (what === 'api-tokens') {
      const revokedAt = 1_795_200_000_000;
      tokens = tokens.map((was) => (was.tokenId === one ? { ...was, revokedAt } : was));
      return done(null);
    }
    if (what === 'prompts') return done(null);
    return refused({ problem: 'unknown', status: 404 });
  }

  function putItem(section: string, id: string, item: Item, seen: number): AdminReply {
    const other = changedBy.get(`${section} ${id}`);
    if (other && other.revision > seen)
      return refused({
        problem: 'changedMeanwhile',
        status: 412,
        by: { name: other.name, at: 1_795_200_000_000 },
      });
    const faults = faultsIn(section, item);
    if (faults.length > 0) return refused({ problem: 'faults', status: 422, faults: [...faults] });
    change(section, id, item, 'You');
    return changed();
  }

  function removeItem(section: string, id: string): AdminReply {
    if (section === 'queues')
      return refused({ problem: 'inUse', status: 409, usedBy: [{ section: 'hotlines', id: 'service' }] });
    change(section, id, null, 'You');
    return changed();
  }

  function closeLine(hotlineId: string, emergency: Item | null): AdminReply {
    const line = ((document['hotlines'] ?? []) as Item[]).find((one) => one['hotlineId'] === hotlineId);
    change('hotlines', hotlineId, { ...line, emergency }, 'You');
    return changed();
  }

  return { answer, change };
}

type Fault = NonNullable<AdminProblemView['faults']>[number];

/** What the gateway finds wrong in one item, for one case of each kind that screens show in their own way. */
function faultsIn(section: string, item: Item): readonly Fault[] {
  const fault = (path: Fault['path'], value: string, word: string, why: string, remedy: string): Fault => ({
    path,
    value,
    why,
    remedy,
    word,
    line: null,
  });
  if (item['capacity'] === 0)
    return [
      fault(
        ['capacity'],
        '0',
        'range',
        'the number of callers who may wait has to be a whole number from 1 to 5000',
        'Set it between 1 and 5000.',
      ),
    ];
  if (section === 'workflows')
    return ((item['stages'] ?? []) as Item[]).flatMap(({ stage, phase, to }, i) =>
      phase === 'closed' || (to as string[]).length > 0
        ? []
        : [
            fault(
              ['stages', i, 'to'],
              String(stage),
              'deadEnd',
              'no way leads to a closed stage',
              'Name one.',
            ),
          ],
    );
  if (section === 'rotas')
    return ((item['layers'] ?? []) as Item[]).flatMap(({ people }, i) =>
      (people as string[]).flatMap((person, n) =>
        person === ''
          ? [
              fault(
                ['layers', i, 'people', n],
                person,
                'unknownName',
                'nobody has this user name',
                'Choose a manager or supervisor.',
              ),
            ]
          : [],
      ),
    );
  if (section === 'clocks')
    return ((item['warnBeforeMinutes'] ?? []) as number[]).flatMap((minutes, i) =>
      minutes < Number(item['targetMinutes'])
        ? []
        : [
            fault(
              ['warnBeforeMinutes', i],
              String(minutes),
              'warnsTooEarly',
              'the warning would come before the clock starts',
              `Write fewer minutes than the target of ${String(item['targetMinutes'])}.`,
            ),
          ],
    );
  if (section === 'authority')
    return ((item['causes'] ?? []) as string[]).flatMap((cause, i) =>
      cause === 'gone'
        ? [fault(['causes', i], cause, 'unknownName', 'there is no such cause', 'Choose another.')]
        : [],
    );
  return [];
}

const refused = (problem: Partial<AdminProblemView> & { problem: string; status: number }): AdminReply => ({
  ok: false,
  problem: { type: 'about:blank', title: problem.problem, ...problem },
});
