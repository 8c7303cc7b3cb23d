import type { ProblemWord } from '@ringside/shared/protocol/problem';
import type { WorkFilterInput, WorkSortWord } from '@ringside/shared/protocol/work-list';
import { workPage } from '@ringside/shared/protocol/work-list';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useServices } from '../../services.tsx';
import type { ShownWork } from './merge-page.ts';
import { asShown, mergeUnderHand } from './merge-page.ts';
import { useWhenCasesChange } from '../../when-cases-change.ts';

const rowsOfPage = 50;
const mostRows = 200;
/** What changes within this time is asked for once. */
const quietMs = 400;

export interface WorkList extends ShownWork {
  /** null: it is asked for the first time */
  readonly problem: ProblemWord | null;
  readonly isAsking: boolean;
  /** shows the rows as they stand now */
  readonly apply: () => void;
  readonly more: () => void;
  readonly again: () => void;
}

interface Shown extends ShownWork {
  /** the question it answers */
  readonly key: string;
  readonly problem: ProblemWord | null;
}
const none: Shown = { ...asShown({ rows: [], next: null }), key: '', problem: null };

/**
 * The rows of a filter, asked for again whenever cases change. `isHeld` says whether a hand is on the list: then nothing
 * comes, goes or moves in it (WORK-8).
 */
export function useWorkList(filter: WorkFilterInput, sort: WorkSortWord, isHeld: () => boolean): WorkList {
  const { link } = useServices();
  const key = JSON.stringify({ filter, sort });
  const [shown, setShown] = useState<Shown>(none);
  const latest = useRef({ key, rows: 0, isHeld });
  useEffect(() => {
    latest.current = { key, rows: shown.rows.length, isHeld };
  });

  const ask = useCallback(async () => {
    const { key: asked, rows } = latest.current;
    const question = JSON.parse(asked) as { filter: WorkFilterInput; sort: WorkSortWord };
    const limit = Math.max(rowsOfPage, Math.min(mostRows, rows));
    const reply = await link.query({ ask: 'work.page', ...question, after: null, limit }, workPage);
    if (latest.current.key !== asked) return;
    setShown((old) => {
      if (!reply.ok)
        return { ...(old.key === asked ? old : none), key: asked, problem: reply.problem.problem };
      const held = old.key === asked && latest.current.isHeld();
      const merged = held ? mergeUnderHand(old.rows, reply.value) : asShown(reply.value);
      return { ...merged, key: asked, problem: null };
    });
  }, [link]);

  // oxlint-disable-next-line react/exhaustive-effect-dependencies -- another filter is another question
  useEffect(() => void ask(), [ask, key]);
  useWhenCasesChange(ask, quietMs);

  const more = useCallback(async () => {
    if (shown.next === null) return;
    const question = { filter, sort };
    const query = { ask: 'work.page', ...question, after: shown.next, limit: rowsOfPage } as const;
    const reply = await link.query(query, workPage);
    if (!reply.ok) return;
    setShown((old) => {
      const known = new Set(old.rows.map((row) => row.case.caseId));
      const fresh = reply.value.rows.filter((row) => !known.has(row.case.caseId));
      return { ...old, rows: [...old.rows, ...fresh], next: reply.value.next };
    });
  }, [link, filter, sort, shown.next]);

  const apply = useCallback(
    () => setShown((old) => (old.fresh === null ? old : { ...old, ...asShown(old.fresh) })),
    [],
  );
  const isOfThis = shown.key === key;
  return {
    ...(isOfThis ? shown : none),
    isAsking: !isOfThis,
    apply,
    more: () => void more(),
    again: () => void ask(),
  };
}
