import { days } from '@ringside/shared/model/instant';
import type { Instant } from '@ringside/shared/model/instant';
import type { OpenStore } from './open-store.ts';

/** So many compensations of half a year, of twelve causes, five kinds and four tiers, straight into the table: for measurements. */
export function fillCosts({ database }: OpenStore, count: number, until: Instant): void {
  database.file.exec('drop trigger compensationTakesCause');
  database.file
    .prepare(
      `with recursive numbers(n) as (select 1 union all select n + 1 from numbers where n < :count)
       insert into compensations (compensationId, caseId, kind, amount, category, tier, state, reason, evidence, askedBy,
         grade, askedAt, decidedAt, decision, version, causeOfCase)
       select 'filled-' || n, 'filled-' || n,
         case n % 5 when 0 then 'refund' when 1 then 'credit' when 2 then 'voucher' when 3 then 'points' else 'goodwill' end,
         50000, 'late', case n % 4 when 0 then 'mvc' when 1 then 'mgc' when 2 then 'standard' end, 'done', '', '', 'filled',
         'agent', :until - n * :step, :until - n * :step, '', 1, 'cause-' || (n % 12)
       from numbers`,
    )
    .run({ count, until, step: Math.floor(days(182) / count) });
}
