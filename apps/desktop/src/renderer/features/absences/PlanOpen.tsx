import type { OpenShift } from '@ringside/shared/protocol/rota';
import { Notice } from '@ringside/ui/Notice';
import { Table } from '@ringside/ui/Table';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { wallSpan } from '../../wording/rota-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';

type Rule = OpenShift['why'][number]['not'];
const whyWords: Readonly<Record<Rule, Message>> = defineMessages({
  absent: { id: 'swap.not.absent' },
  twice: { id: 'swap.not.onAlready' },
  tooLittleRest: { id: 'swap.not.tooLittleRest' },
  overLimit: { id: 'swap.not.overLimit' },
});

/** PLAN-7, PLAN-9: what stays as it was because nobody can take it, and why each of them can't. */
export function PlanOpen({ open }: { readonly open: readonly OpenShift[] }) {
  const words = useWords();
  const { t } = words;
  return (
    <section className="plan-part">
      <Notice tone="warn" title={t({ id: 'rotaPlan.left' }, { count: open.length })} />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can scroll it */}
      <div className="plan-scroll" role="region" tabIndex={0} aria-label={t({ id: 'rotaPlan.stayOpen' })}>
        <Table
          label={t({ id: 'rotaPlan.stayOpen' })}
          rows={open}
          rowId={({ from }) => from}
          columns={[
            {
              id: 'when',
              title: t({ id: 'rota.when' }),
              cell: ({ from, until }) => wallSpan(from, until, words),
            },
            {
              id: 'why',
              title: t({ id: 'rotaPlan.why' }),
              isText: true,
              cell: (one) => whyText(one, words),
            },
          ]}
        />
      </div>
    </section>
  );
}

const whyText = ({ why }: OpenShift, { t }: Words): string =>
  why.length === 0
    ? t({ id: 'rotaPlan.nobodyTakesTurns' })
    : why
        .map(({ agentName, not }) => t({ id: 'rotaPlan.whyNot' }, { name: agentName, why: t(whyWords[not]) }))
        .join(t({ id: 'rotaPlan.whyBreak' }));
