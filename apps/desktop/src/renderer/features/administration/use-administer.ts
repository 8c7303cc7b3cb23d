import { useCallback, useEffect, useState } from 'react';
import type { AdminAsk, AdminReply } from '../../gateway/administer.ts';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { useServices } from '../../services.tsx';
import { problemMessage } from './administration-words.ts';

/** Asks, and says a refusal on the screen unless the caller words it itself. */
export function useAdminister(): (asked: AdminAsk, expect?: readonly string[]) => Promise<AdminReply> {
  const { link } = useServices();
  return useCallback(
    async (asked, expect = []) => {
      const reply = await link.administer(asked);
      if (!reply.ok && !expect.includes(reply.problem.problem))
        say('bad', problemMessage(reply.problem.problem));
      return reply;
    },
    [link],
  );
}

export interface Read<Value> {
  readonly value: Value | null;
  readonly problem: string | null;
  readonly again: () => void;
}

/** Reads when it is first shown, and again whenever somebody changes the centre. `schema` must be a constant. */
export function useRead<Value>(path: string | null, schema: { parse(value: unknown): Value }): Read<Value> {
  const { link } = useServices();
  const moved = useDesk((s) => s.desk?.reference);
  const [asked, setAsked] = useState(0);
  const [read, setRead] = useState<Omit<Read<Value>, 'again'> & { path: string | null }>({
    path: null,
    value: null,
    problem: null,
  });
  useEffect(() => {
    if (path === null) return undefined;
    let isCurrent = true;
    void link.administer({ method: 'GET', path }).then((reply) => {
      if (!isCurrent) return;
      setRead((old) =>
        reply.ok
          ? { path, value: schema.parse(reply.value), problem: null }
          : { path, value: old.path === path ? old.value : null, problem: reply.problem.problem },
      );
    });
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the last two are occasions to ask again
  }, [link, path, schema, moved, asked]);
  const again = useCallback(() => setAsked((count) => count + 1), []);
  return {
    value: read.path === path ? read.value : null,
    problem: read.path === path ? read.problem : null,
    again,
  };
}
