import { measureList } from '@ringside/shared/protocol/prevention';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Filter } from '@ringside/ui/Filter';
import { Tabs } from '@ringside/ui/Tabs';
import { ShieldCheck } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useMay } from '../../may.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { FiguresPart } from './FiguresPart.tsx';
import { MeasureList } from './MeasureList.tsx';
import './Prevention.css';

/** Why customers complain, and what is done about it. Figures are for those in charge; measures for whose they are. */
export function CausesPage() {
  const { t } = useWords();
  const { watchFloor, seeCustomers } = useMay();
  const [part, setPart] = useState('figures');
  if (!watchFloor)
    return (
      <div className="page">
        <h1>{t({ id: 'prevention.title' })}</h1>
        <MeasuresPart />
      </div>
    );
  const measures = { id: 'measures', title: t({ id: 'prevention.measures' }), content: <MeasuresPart /> };
  return (
    <div className="page causes-page">
      <h1>{t({ id: 'prevention.title' })}</h1>
      <Tabs
        label={t({ id: 'prevention.title' })}
        chosen={part}
        onChoose={setPart}
        tabs={[
          { id: 'figures', title: t({ id: 'prevention.causes' }), content: <FiguresPart /> },
          ...(seeCustomers ? [measures] : []),
        ]}
      />
    </div>
  );
}

type Which = 'mine' | 'open' | 'all';

function MeasuresPart() {
  const { t } = useWords();
  const { listen } = useMay();
  const [which, setWhich] = useState<Which>(listen ? 'open' : 'mine');
  const { value, problem, isAsking, again } = useAnswer({ ask: 'prevention.list', which }, measureList);
  return (
    <div className="measures-part">
      {listen && (
        <Filter
          label={t({ id: 'prevention.measures' })}
          choices={[
            { value: 'open', name: t({ id: 'prevention.undecided' }) },
            { value: 'mine', name: t({ id: 'prevention.mine' }) },
            { value: 'all', name: t({ id: 'prevention.all' }) },
          ]}
          chosen={which}
          onChoose={setWhich}
        />
      )}
      {isAsking && !problem && <Loading label={t({ id: 'common.loading' })} lines={4} />}
      {problem && <p className="card-none">{t(problemWords[problem])}</p>}
      {value?.length === 0 && (
        <EmptyState icon={<ShieldCheck size={28} aria-hidden />} title={t({ id: 'prevention.noMeasures' })} />
      )}
      {value && <MeasureList measures={value} onChanged={again} withCauses />}
    </div>
  );
}
