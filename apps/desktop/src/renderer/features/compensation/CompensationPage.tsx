import { Filter } from '@ringside/ui/Filter';
import { create } from 'zustand';
import { useText } from '../../i18n/text.ts';
import { CostPart } from './CostPart.tsx';
import { WaitingList } from './WaitingList.tsx';
import './Compensation.css';

type Part = 'waiting' | 'costs';
/** Kept while the page is away, so that one comes back to where one was. */
const usePart = create<{ readonly part: Part }>(() => ({ part: 'waiting' }));

/** For those in charge: what waits for their decision, and what making good costs. */
export function CompensationPage() {
  const t = useText();
  const part = usePart((s) => s.part);
  return (
    <div className="page compensation-page">
      <h1>{t({ id: 'compensation.title' })}</h1>
      <Filter
        label={t({ id: 'compensation.title' })}
        choices={[
          { value: 'waiting', name: t({ id: 'approvals.title' }) },
          { value: 'costs', name: t({ id: 'cost.title' }) },
        ]}
        chosen={part}
        onChoose={(chosen) => usePart.setState({ part: chosen })}
      />
      {part === 'waiting' ? <WaitingList /> : <CostPart />}
    </div>
  );
}
