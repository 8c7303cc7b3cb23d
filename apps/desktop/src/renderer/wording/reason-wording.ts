import type { LikelyReason } from '@ringside/shared/protocol/contact';
import { amount } from './money-wording.ts';
import { dayAndTime, dayText } from './time-wording.ts';
import type { Words } from './words.ts';

/** Why they probably call, in the half sentence that follows "Probably:". */
export function likelyReasonText(reason: LikelyReason, now: number, words: Words): string {
  const { t, language } = words;
  switch (reason.kind) {
    case 'promise':
      return t(
        { id: 'likely.promise' },
        { what: reason.promise.what, due: dayAndTime(reason.promise.dueAt, now, words) },
      );
    case 'openCase':
      return t({ id: 'likely.openCase' }, { reference: reason.case.reference, title: reason.case.title });
    case 'payment': {
      const values = { amount: amount({ minor: reason.amountMinor, currency: reason.currency }, language) };
      return reason.state === 'overdue'
        ? t({ id: 'likely.overdue' }, values)
        : t({ id: 'likely.disputed' }, values);
    }
    case 'recentOrder':
      return t({ id: 'likely.order' }, { what: reason.description, day: dayText(reason.at, now, words) });
    case 'calledBefore':
      return t({ id: 'likely.calledBefore' }, { day: dayText(reason.at, now, words) });
  }
}
