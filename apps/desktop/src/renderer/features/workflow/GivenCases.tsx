import { useEffect } from 'react';
import { defineMessages } from 'react-intl';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';

const words = defineMessages({ given: { id: 'workflow.given' } });

/** CASE-10: nobody finds out by chance that a case is theirs. */
export function GivenCases() {
  const last = useDesk((s) => s.desk?.lastGiven ?? null);
  useEffect(() => {
    if (last === null) return;
    const { reference, title } = last.case;
    say('info', words.given, { by: last.by, reference, title, why: last.why });
  }, [last]);
  return null;
}
