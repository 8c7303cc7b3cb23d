import type { CaseId } from '@ringside/shared/model/ids';
import type { BulkAct, BulkResults } from '@ringside/shared/protocol/work-list';
import { bulkResults, nextCase } from '@ringside/shared/protocol/work-list';
import { useCallback, useEffect, useRef, useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { say } from '../../notices/notices.ts';

/** Does one thing to many cases and keeps what became of each. */
export function useBulk(onDone: () => void) {
  const tell = useCommand();
  const [results, setResults] = useState<BulkResults | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const act = useCallback(
    async (caseIds: readonly CaseId[], what: BulkAct) => {
      const reply = await tell({ do: 'work.bulk', caseIds: [...caseIds], act: what });
      const parsed = reply.ok ? bulkResults.safeParse(reply.value) : null;
      if (!parsed?.success) return;
      setResults(parsed.data);
      done.current();
    },
    [tell],
  );
  return { act, results, forget: () => setResults(null) };
}

/** WORK-5: the next case, opened. */
export function useNext() {
  const tell = useCommand();
  const go = useGo();
  return useCallback(async () => {
    const reply = await tell({ do: 'work.next' });
    const parsed = reply.ok ? nextCase.safeParse(reply.value) : null;
    if (!parsed?.success) return;
    if (parsed.data.caseId === null) say('info', { id: 'work.nothingNext' });
    else go.case(parsed.data.caseId);
  }, [tell, go]);
}
