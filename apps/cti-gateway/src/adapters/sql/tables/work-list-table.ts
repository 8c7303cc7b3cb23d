import type { Severity } from '@ringside/shared/model/case-stage';
import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Tier } from '@ringside/shared/model/tier';
import type { SelectQueryBuilder } from 'kysely';
import { sql } from 'kysely';
import type {
  WorkCount,
  WorkFilter,
  WorkLoad,
  WorkPlace,
  WorkRow,
  WorkSort,
} from '../../../ports/work-list.ts';
import type { Schema } from '../schema.ts';
import type { Prepared, SqlDatabase } from '../sql-database.ts';
import { readCase } from './case-table.ts';
import { readPromise } from './task-tables.ts';

/**
 * A list is read along one index in its own order, so many entries at a time: what does not fit is left out on the way,
 * and after each part calls are heard. So a filter that hardly anything fits takes longer and delays nobody.
 */
const entriesAtOnce = 2_000;
/** Counting looks at no more than this and says that there may be more. */
const entriesCounted = 10_000;

/**
 * The values of one query: the first of each list, for where it is the only one, and all of it as "|one|two|", because a prepared
 * statement has a fixed number of blanks.
 */
interface Blanks {
  readonly owner: string | null;
  readonly family: string | null;
  readonly people: string;
  readonly types: string;
  readonly stages: string;
  readonly severity: Severity;
  readonly tier: string;
  readonly category: string;
  readonly type: string;
  readonly severities: string;
  readonly tiers: string;
  readonly categories: string;
  readonly dueFrom: number | null;
  readonly dueUntil: number | null;
  readonly part: string;
  readonly customers: string;
  readonly caseId: string;
  readonly score: number;
  readonly openedAt: number;
  readonly dueAt: number;
  readonly entries: number;
  readonly limit: number;
  readonly skip: number;
}

interface Place {
  readonly caseId: string;
  readonly priorityScore: number;
  readonly openedAt: number;
  readonly dueAt: number | null;
}
interface Statements {
  readonly fitting: Prepared<Blanks, Place>;
  /** the last entry of a part, where it has as many as it may */
  readonly edge: Prepared<Blanks, Place>;
}

/** The open cases in every order and by every filter (WORK-3). */
export function workListTable(database: SqlDatabase) {
  const { query, prepare } = database;
  const statements = preparedByShape(database);
  const one = prepare((of: { caseId: string }) =>
    query.selectFrom('cases').selectAll().where('caseId', '=', of.caseId),
  );

  async function* parts(filter: WorkFilter, sort: WorkSort, from: WorkPlace | null, wanted: () => number) {
    let after = from;
    for (;;) {
      const { fitting, edge } = statements(filter, sort, after !== null);
      const blanks = blanksOf(filter, after, wanted());
      const found = fitting.all(blanks);
      yield found;
      if (wanted() <= 0) return;
      const last = edge.first(blanks);
      if (last === undefined) return;
      after = placeOf(last);
      await new Promise(setImmediate);
    }
  }

  async function workPage(filter: WorkFilter, sort: WorkSort, after: WorkPlace | null, limit: number) {
    const rows: WorkRow[] = [];
    for await (const found of parts(filter, sort, after, () => limit - rows.length)) {
      for (const { caseId } of found) {
        const row = one.first({ caseId });
        if (row !== undefined)
          rows.push({ case: readCase(row), tier: row.tier as Tier | null, dueAt: row.dueAt });
      }
    }
    return rows;
  }

  async function workCount(filter: WorkFilter, most: number): Promise<WorkCount> {
    let count = 0;
    let looked = 0;
    for await (const found of parts(filter, 'priority', null, () => most + 1 - count)) {
      count += found.length;
      looked += entriesAtOnce;
      if (looked >= entriesCounted) return { count: Math.min(count, most), more: true };
    }
    return { count: Math.min(count, most), more: count > most };
  }

  return { workPage, workCount, ...loadTable(database) };
}

/**
 * Which conditions a filter has; as many statements as there are such shapes, not as there are filters. Of each entry they
 * are looked at in this order: what is cheap and rare first. `type` is one type, `types` several, and so with the others.
 */
const conditions = [
  'owned',
  'unowned',
  'reopenedOnly',
  'dueFrom',
  'dueUntil',
  'severity',
  'tier',
  'category',
  'type',
  'severities',
  'tiers',
  'categories',
  'types',
  'stages',
  'team',
  'text',
] as const;
type Condition = (typeof conditions)[number];

function conditionsOf(filter: WorkFilter): ReadonlySet<Condition> {
  const { types, severities, tiers, categories } = filter;
  const asked: Record<Condition, boolean> = {
    owned: filter.owner !== null && filter.owner !== 'nobody',
    unowned: filter.owner === 'nobody',
    reopenedOnly: filter.reopenedOnly,
    dueFrom: filter.due !== null && filter.due.from !== null,
    dueUntil: filter.due !== null,
    severity: severities.length === 1,
    tier: tiers.length === 1,
    category: categories.length === 1,
    type: types.length === 1,
    severities: severities.length > 1,
    tiers: tiers.length > 1,
    categories: categories.length > 1,
    types: types.length > 1,
    stages: filter.stages.length > 0,
    team: filter.team !== null,
    text: filter.text !== null,
  };
  return new Set(conditions.filter((condition) => asked[condition]));
}

function preparedByShape(database: SqlDatabase) {
  const prepared = new Map<string, Statements>();
  return (filter: WorkFilter, sort: WorkSort, goesOn: boolean): Statements => {
    const asked = conditionsOf(filter);
    const shape = [sort, goesOn, ...asked].join(' ');
    const known = prepared.get(shape);
    if (known) return known;
    const made = statementsFor(database, asked, sort, goesOn);
    prepared.set(shape, made);
    return made;
  };
}

function statementsFor(
  { query, prepare }: SqlDatabase,
  asked: ReadonlySet<Condition>,
  sort: WorkSort,
  goesOn: boolean,
): Statements {
  const isOfOwner = asked.has('owned') || asked.has('unowned');
  const along = (of: Blanks) => {
    let entries = query.selectFrom('cases').selectAll().where('closedAt', 'is', null);
    if (asked.has('owned')) entries = entries.where('ownerId', '=', of.owner);
    if (asked.has('unowned'))
      entries =
        sort === 'priority'
          ? entries.where('ownerId', 'is', null)
          : // tens of thousands may wait: the plus keeps them from being gathered by owner and sorted
            entries.where(sql<boolean>`+"ownerId" is null`);
    // slight matters stand low: along all of them, tens of thousands of graver ones would be looked at first
    if (asked.has('severity') && sort === 'priority' && !isOfOwner)
      entries = entries.where('severity', '=', of.severity);
    if (sort === 'due') entries = entries.where('dueAt', 'is not', null);
    if (sort === 'due' && asked.has('dueUntil')) entries = entries.where('dueAt', '<', of.dueUntil);
    return inOrder(goesOn ? behind(entries, of, sort) : entries, sort);
  };
  return {
    // the entries come as the index has them, and so does what is left of them
    fitting: prepare((of: Blanks) =>
      query
        .selectFrom(along(of).limit(of.entries).as('entry'))
        .select(['caseId', 'priorityScore', 'openedAt', 'dueAt'])
        .where(sql<boolean>`${sql.join([sql`1`, ...tests(asked, of)], sql` and `)}`)
        .limit(of.limit),
    ),
    edge: prepare((of: Blanks) =>
      along(of)
        .clearSelect()
        .select(['caseId', 'priorityScore', 'openedAt', 'dueAt'])
        .limit(sql.lit(1))
        .offset(sql<number>`(select ${of.skip})`),
    ),
  };
}

type Entries<Row> = SelectQueryBuilder<Schema, 'cases', Row>;

function behind<Row>(entries: Entries<Row>, of: Blanks, sort: WorkSort): Entries<Row> {
  switch (sort) {
    case 'priority':
      return entries
        .where('priorityScore', '<=', of.score)
        .where(
          sql<boolean>`(priorityScore < ${of.score} or openedAt > ${of.openedAt} or (openedAt = ${of.openedAt} and caseId > ${of.caseId}))`,
        );
    case 'due':
      return entries.where(sql<boolean>`(dueAt, caseId) > (${of.dueAt}, ${of.caseId})`);
    case 'oldest':
      return entries.where(sql<boolean>`(openedAt, caseId) > (${of.openedAt}, ${of.caseId})`);
    case 'newest':
      return entries.where(sql<boolean>`(openedAt, caseId) < (${of.openedAt}, ${of.caseId})`);
  }
}

function inOrder<Row>(entries: Entries<Row>, sort: WorkSort): Entries<Row> {
  switch (sort) {
    case 'priority':
      return entries.orderBy('priorityScore', 'desc').orderBy('openedAt').orderBy('caseId');
    case 'due':
      return entries.orderBy('dueAt').orderBy('caseId');
    case 'oldest':
      return entries.orderBy('openedAt').orderBy('caseId');
    case 'newest':
      return entries.orderBy('openedAt', 'desc').orderBy('caseId', 'desc');
  }
}

function tests(asked: ReadonlySet<Condition>, of: Blanks) {
  const all: Partial<Record<Condition, ReturnType<typeof sql>>> = {
    team: sql`(familyId = ${of.family} or instr(${of.people}, '|' || ownerId || '|'))`,
    severity: sql`severity = ${of.severity}`,
    tier: sql`tier = ${of.tier}`,
    category: sql`category = ${of.category}`,
    type: sql`type = ${of.type}`,
    types: sql`instr(${of.types}, '|' || type || '|')`,
    stages: sql`instr(${of.stages}, '|' || type || '/' || stage || '|')`,
    severities: sql`instr(${of.severities}, '|' || severity || '|')`,
    tiers: sql`instr(${of.tiers}, '|' || tier || '|')`,
    categories: sql`instr(${of.categories}, '|' || category || '|')`,
    dueFrom: sql`dueAt >= ${of.dueFrom}`,
    dueUntil: sql`dueAt < ${of.dueUntil}`,
    reopenedOnly: sql`timesReopened > 0`,
    text: sql`(title like ${of.part} escape '~' or reference like ${of.part} escape '~' or instr(${of.customers}, '|' || customerId || '|'))`,
  };
  return [...asked].flatMap((condition) => all[condition] ?? []);
}

function blanksOf(filter: WorkFilter, after: WorkPlace | null, limit: number): Blanks {
  return {
    owner: filter.owner,
    family: filter.team?.familyId ?? null,
    people: listed(filter.team?.people ?? []),
    types: listed(filter.types),
    stages: listed(filter.stages.map(({ type, stage }) => `${type}/${stage}`)),
    severity: filter.severities[0] ?? 'minor',
    tier: filter.tiers[0] ?? '',
    category: filter.categories[0] ?? '',
    type: filter.types[0] ?? '',
    severities: listed(filter.severities),
    tiers: listed(filter.tiers),
    categories: listed(filter.categories),
    dueFrom: filter.due?.from ?? null,
    dueUntil: filter.due?.until ?? null,
    part: `%${(filter.text?.part ?? '').replaceAll(/[~%_]/gu, '~$&')}%`,
    customers: listed(filter.text?.customers ?? []),
    caseId: after?.caseId ?? '',
    score: after?.score ?? 0,
    openedAt: after?.openedAt ?? 0,
    dueAt: after?.dueAt ?? 0,
    entries: entriesAtOnce,
    limit,
    skip: entriesAtOnce - 1,
  };
}

const listed = (words: readonly string[]): string => `|${words.join('|')}|`;

const placeOf = ({ caseId, priorityScore, openedAt, dueAt }: Place): WorkPlace => ({
  caseId: asId(caseId),
  score: priorityScore,
  openedAt,
  dueAt,
});

function loadTable({ query, prepare }: SqlDatabase) {
  const cases = prepare((of: { ownerId: string; now: number }) =>
    query
      .selectFrom('cases')
      .select(['severity', ({ fn }) => fn.countAll<number>().as('open')])
      .select(sql<number>`coalesce(sum(dueAt < ${of.now}), 0)`.as('overdue'))
      .where('closedAt', 'is', null)
      .where('ownerId', '=', of.ownerId)
      .groupBy('severity'),
  );
  const tasks = prepare((of: { ownerId: string; before: number }) =>
    query
      .selectFrom('tasks')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('ownerId', '=', of.ownerId)
      .where('finishedAt', 'is', null)
      .where('dueAt', '<', of.before),
  );
  const promises = prepare((of: { ownerId: string; until: number }) =>
    query
      .selectFrom('promises')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .where('ownerId', '=', of.ownerId)
      .where('keptAt', 'is', null)
      .where('dueAt', '<=', of.until),
  );
  const open = prepare((of: { limit: number }) =>
    query.selectFrom('promises').selectAll().where('keptAt', 'is', null).orderBy('dueAt').limit(of.limit),
  );
  return {
    workLoad(ownerId: AgentId, now: Instant, endOfDay: Instant): WorkLoad {
      const rows = cases.all({ ownerId, now });
      const openOf = (severity: Severity): number => rows.find((row) => row.severity === severity)?.open ?? 0;
      return {
        open: {
          minor: openOf('minor'),
          moderate: openOf('moderate'),
          serious: openOf('serious'),
          safety: openOf('safety'),
        },
        overdue: rows.reduce((sum, { overdue }) => sum + overdue, 0),
        tasksDue: tasks.first({ ownerId, before: endOfDay })?.n ?? 0,
        promisesAtRisk: promises.first({ ownerId, until: now + days(1) })?.n ?? 0,
      };
    },
    openPromises: (limit: number) => open.all({ limit }).map(readPromise),
  };
}
