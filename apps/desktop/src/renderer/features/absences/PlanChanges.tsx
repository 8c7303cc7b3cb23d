import type { RotaPlan, ShiftOfPlan } from '@ringside/shared/protocol/rota';
import { Select } from '@ringside/ui/Select';
import { Table } from '@ringside/ui/Table';
import { useState } from 'react';
import { wallSpan } from '../../wording/rota-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { changesHands, isOf, peopleIn } from './plan-changes.ts';

interface PlanChangesProps {
  readonly plan: RotaPlan;
  readonly layer: string;
}

/** Stands for all people; no id is empty. */
const everybody = '';

/** PLAN-9: who gets which shift from whom; what stays as it is, is counted. */
export function PlanChanges({ plan: { shifts, schedule }, layer }: PlanChangesProps) {
  const words = useWords();
  const { t, language } = words;
  const [who, setWho] = useState<string>(everybody);
  const changed = shifts.filter(changesHands);
  const people = peopleIn(changed);
  const person = people.find(({ agentId }) => agentId === who);
  const rows = person === undefined ? changed : changed.filter((shift) => isOf(shift, person.agentId));
  const layerName = schedule.layers.find((one) => one.layer === layer)?.name[language] ?? layer;
  const counts = { count: rows.length, stay: shifts.length - changed.length };
  if (changed.length === 0) return <p role="status">{t({ id: 'rotaPlan.noneChange' }, counts)}</p>;
  return (
    <section className="plan-part">
      <div className="plan-part-head">
        <p role="status">{t({ id: 'rotaPlan.changeHands' }, counts)}</p>
        <Select
          label={t({ id: 'rotaPlan.of' })}
          choices={[
            { id: everybody, name: t({ id: 'rotaPlan.everybody' }) },
            ...people.map(({ agentId, name }) => ({ id: agentId as string, name })),
          ]}
          chosen={person?.agentId ?? everybody}
          onChoose={setWho}
          placeholder={t({ id: 'form.choose' })}
        />
      </div>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- so that keys can scroll it */}
      <div className="plan-scroll" role="region" tabIndex={0} aria-label={t({ id: 'rotaPlan.changes' })}>
        <Table
          label={t({ id: 'rotaPlan.changes' })}
          rows={rows}
          rowId={({ from }) => from}
          columns={[
            {
              id: 'when',
              title: t({ id: 'rota.when' }),
              cell: ({ from, until }) => wallSpan(from, until, words),
            },
            { id: 'layer', title: t({ id: 'rota.layer' }), cell: () => layerName },
            { id: 'was', title: t({ id: 'rotaPlan.was' }), cell: (shift) => holders(shift, words) },
            {
              id: 'then',
              title: t({ id: 'rotaPlan.then' }),
              cell: ({ agentName }) => agentName,
            },
          ]}
        />
      </div>
    </section>
  );
}

const holders = ({ was }: ShiftOfPlan, { t, language }: Words): string =>
  new Intl.ListFormat(language, { style: 'short', type: 'unit' }).format(
    was.map(({ agentId, agentName }) => (agentId === null ? t({ id: 'rota.nobody' }) : agentName)),
  );
