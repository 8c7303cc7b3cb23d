import type { CustomerFile } from '@ringside/shared/protocol/customer';
import type { ShownFact } from '@ringside/ui/Card';
import { Facts } from '@ringside/ui/Card';
import { serverNow } from '@ringside/ui/ticker';
import { amount } from '../../wording/money-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';

/** Five figures that decide how the call is led; each tells on hover what it is made of. */
export function CustomerFacts({ file }: { readonly file: CustomerFile }) {
  const words = useWords();
  return (
    <Facts
      facts={[
        margin(file, words),
        openCases(file, words),
        nextPromise(file, words),
        owed(file, words),
        points(file, words),
      ]}
    />
  );
}

function margin({ figures }: CustomerFile, { t, language }: Words): ShownFact {
  return {
    id: 'margin',
    value: amount(figures.margin, language),
    name: t({ id: 'facts.margin' }),
    formula: t({ id: 'facts.marginFormula' }),
  };
}

function openCases({ figures }: CustomerFile, { t }: Words): ShownFact {
  return {
    id: 'cases',
    value: figures.openCases,
    name: t({ id: 'facts.cases' }),
    formula: t({ id: 'facts.casesFormula' }, { calls: figures.calls90Days }),
  };
}

function nextPromise({ figures: { nextPromise: promise } }: CustomerFile, words: Words): ShownFact {
  const { t } = words;
  const now = serverNow();
  const isLate = promise !== null && promise.dueAt < now;
  return {
    id: 'promise',
    value:
      promise === null
        ? t({ id: 'facts.noPromise' })
        : `${isLate ? '▲ ' : ''}${dayAndTime(promise.dueAt, now, words)}`,
    name: isLate ? t({ id: 'facts.promiseLate' }) : t({ id: 'facts.promise' }),
    ...(promise && { formula: promise.what }),
    ...(isLate && { tone: 'breach' as const }),
  };
}

function owed({ figures }: CustomerFile, { t, language }: Words): ShownFact {
  const { overdue, disputed } = figures;
  if (overdue) {
    return {
      id: 'owed',
      value: `▲ ${amount(overdue, language)}`,
      name: disputed
        ? t({ id: 'facts.overdueAndDisputed' }, { amount: amount(disputed, language) })
        : t({ id: 'facts.overdue' }),
      formula: t({ id: 'facts.overdueFormula' }),
      tone: 'breach',
    };
  }
  if (disputed) {
    return {
      id: 'owed',
      value: `▲ ${amount(disputed, language)}`,
      name: t({ id: 'facts.disputed' }),
      formula: t({ id: 'facts.disputedFormula' }),
      tone: 'breach',
    };
  }
  return {
    id: 'owed',
    value: t({ id: 'facts.nothing' }),
    name: t({ id: 'facts.owed' }),
    formula: t({ id: 'facts.owedFormula' }),
  };
}

function points(file: CustomerFile, { t, language }: Words): ShownFact {
  return {
    id: 'points',
    value: new Intl.NumberFormat(language).format(file.points),
    name: t({ id: 'facts.points' }),
    formula: t({ id: 'facts.pointsFormula' }),
  };
}
