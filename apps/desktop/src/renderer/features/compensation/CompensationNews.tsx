import { useEffect, useRef } from 'react';
import { useDesk } from '../../desk.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { useServices } from '../../services.tsx';
import { compensationKindWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { amountText } from '../../wording/compensation-wording.ts';
import { newsWords } from './compensation-words.ts';

/** COMP-8: says once what this person is told of a request, and calls them where they look elsewhere. */
export function CompensationNews() {
  const words = useWords();
  const { currency } = useReference();
  const { platform } = useServices();
  const told = useDesk((s) => s.desk?.lastCompensation ?? null);
  const lastSaid = useRef(told?.at ?? 0);
  useEffect(() => {
    if (told === null || told.news === null || told.at <= lastSaid.current) return;
    lastSaid.current = told.at;
    const { news, kind, amount, byName, caseReference } = told;
    const what = [words.t(compensationKindWords[kind]), amountText(kind, amount, currency, words)];
    const values = { name: byName, what: what.filter(Boolean).join(' '), reference: caseReference };
    say(tones[news], newsWords[news], values);
    platform.remind({ title: words.t(newsWords[news], values), body: caseReference });
  }, [told, words, currency, platform]);
  return null;
}

const tones = {
  asked: 'info',
  reminder: 'warn',
  overdue: 'bad',
  endorsed: 'info',
  granted: 'good',
  refused: 'warn',
} as const;
