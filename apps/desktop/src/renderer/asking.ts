import type { Reply } from '@ringside/shared/protocol/down';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import type { Command, Query } from '@ringside/shared/protocol/up';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from './desk.ts';
import { say } from './notices/notices.ts';
import { useServices } from './services.tsx';
import { problemWords } from './wording/problem-wording.ts';

/** Sends a command; a refusal is said on the screen. `expect` names problems the caller words itself. */
export function useCommand(): (command: Command, expect?: readonly ProblemWord[]) => Promise<Reply<unknown>> {
  const { link } = useServices();
  return useCallback(
    async (command, expect = []) => {
      const reply = await link.command(command);
      if (!reply.ok && !expect.includes(reply.problem.problem))
        say('bad', problemWords[reply.problem.problem], { by: reply.problem.by ?? '' });
      return reply;
    },
    [link],
  );
}

/** The answer to a question. While it is asked again the old value stays, so that nothing flickers. */
export interface Answer<Value> {
  readonly value: Value | null;
  readonly problem: ProblemWord | null;
  readonly isAsking: boolean;
  readonly again: () => void;
}

/**
 * Asks when the question changes, when `watched` (an id) changes at the gateway, and after every gap in the connection.
 * `schema` must be a constant.
 */
export function useAnswer<Value>(
  query: Query | null,
  schema: { parse(value: unknown): Value },
  watched: string | null = null,
): Answer<Value> {
  const { link } = useServices();
  const key = query === null ? null : JSON.stringify(query);
  const moved = useDesk(({ desk }) => (watched === null ? 0 : (desk?.changed[watched] ?? 0)));
  const snapshotAt = useDesk(({ desk }) => desk?.snapshotAt ?? 0);
  const [asked, setAsked] = useState(0);
  const [answer, setAnswer] = useState<AnswerOf<Value>>(nothing);

  useEffect(() => {
    if (key === null) return;
    let isCurrent = true;
    void link.query(JSON.parse(key) as Query, schema).then((reply) => {
      if (!isCurrent) return;
      setAnswer((old) =>
        reply.ok
          ? { key, value: reply.value, problem: null }
          : { key, value: old.key === key ? old.value : null, problem: reply.problem.problem },
      );
    });
    return () => {
      isCurrent = false;
    };
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- the last three are occasions to ask again
  }, [key, schema, link, moved, snapshotAt, asked]);

  const again = useCallback(() => setAsked((count) => count + 1), []);
  const isOfThisQuestion = answer.key === key;
  return {
    value: isOfThisQuestion ? answer.value : null,
    problem: isOfThisQuestion ? answer.problem : null,
    isAsking: key !== null && !isOfThisQuestion,
    again,
  };
}

interface AnswerOf<Value> {
  readonly key: string | null;
  readonly value: Value | null;
  readonly problem: ProblemWord | null;
}
const nothing = { key: null, value: null, problem: null };
