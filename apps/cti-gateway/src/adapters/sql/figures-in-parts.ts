import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { Case } from '../../domain/case/case.ts';
import type { CaseCell } from '../../domain/prevention/case-figures.ts';
import { countTogether } from '../../domain/prevention/case-figures.ts';
import type { CaseFilter, CasesPage, Store } from '../../ports/store.ts';
import type { Tables } from './tables/tables.ts';

type Figures = Pick<
  Store,
  'caseCells' | 'casesBehind' | 'casesOfCause' | 'unnamedComplaints' | 'contactsBetween'
>;

/** Some 2 ms of work. */
const casesAtOnce = 500;
const contactsWithin = days(14);
const turn = (): Promise<void> => new Promise(setImmediate);

/** PREV-11: a year of a big centre is read for a second; calls are heard between the parts. */
export const figuresInParts = (tables: Tables): Figures => ({
  caseCells: (filter, from, until) => caseCells(tables, filter, from, until),
  casesBehind: (filter, page) => casesBehind(tables, filter, page),
  casesOfCause: async (causeId, from, until) => tables.casesOfCause(causeId, from, until),
  unnamedComplaints: async (from, until) => tables.unnamedComplaints(from, until),
  contactsBetween: (from, until) => contactsBetween(tables, from, until),
});

async function caseCells(
  tables: Tables,
  filter: CaseFilter,
  from: Instant,
  until: Instant,
): Promise<readonly CaseCell[]> {
  const all = new Map<string, CaseCell>();
  for (let at = from; at < until;) {
    const end = tables.sliceAhead(at, until, casesAtOnce);
    countTogether(all, tables.caseCellsPart(filter, at, end));
    at = end;
    await turn();
  }
  return [...all.values()];
}

async function casesBehind(
  tables: Tables,
  filter: CaseFilter,
  { from, until, before, limit }: CasesPage,
): Promise<readonly Case[]> {
  const place =
    before === null ? { at: until, caseId: '' as const } : { at: before.openedAt, caseId: before.caseId };
  const found: Case[] = [];
  for (let end = Math.min(until, place.at + 1); end > from && found.length < limit;) {
    const start = tables.sliceBack(from, end, casesAtOnce);
    const wanted = { from: start, until: end, before: place, limit: limit - found.length };
    for (const one of tables.casesPart(filter, wanted)) found.push(one);
    end = start;
    await turn();
  }
  return found;
}

async function contactsBetween(tables: Tables, from: Instant, until: Instant): Promise<number> {
  let count = 0;
  for (let at = from; at < until; at += contactsWithin) {
    count += tables.contactsPart(at, Math.min(at + contactsWithin, until));
    await turn();
  }
  return count;
}
