import type { RotaId } from '@ringside/shared/model/ids';
import { EmptyState } from '@ringside/ui/EmptyState';
import { Select } from '@ringside/ui/Select';
import { Tabs } from '@ringside/ui/Tabs';
import { CalendarClock } from 'lucide-react';
import { useState } from 'react';
import { useDesk } from '../../desk.ts';
import { useWords } from '../../wording/words.ts';
import { DigestPart } from './DigestPart.tsx';
import { lastDays, lengths } from './period.ts';
import { ReportPart } from './ReportPart.tsx';
import './ManagerReport.css';

/** How managers on duty were reached and what customers told them; for those in charge. */
export function ManagerReportPage() {
  const { t, language, timeZone } = useWords();
  const duty = useDesk(({ desk }) => desk?.duty);
  const [part, setPart] = useState('report');
  const [chosen, setChosen] = useState<RotaId | null>(null);
  const [days, setDays] = useState<number>(28);
  const rotaId = chosen ?? duty?.[0]?.rotaId ?? null;
  if (rotaId === null)
    return (
      <div className="page managers-page">
        <h1>{t({ id: 'managerReport.title' })}</h1>
        <EmptyState icon={<CalendarClock size={28} aria-hidden />} title={t({ id: 'managerReport.noRota' })}>
          {t({ id: 'managerReport.noRotaHint' })}
        </EmptyState>
      </div>
    );
  return (
    <div className="page managers-page">
      <h1>{t({ id: 'managerReport.title' })}</h1>
      <div className="managers-choices">
        <Select
          label={t({ id: 'managerReport.rota' })}
          placeholder=""
          chosen={rotaId}
          choices={(duty ?? []).map((line) => ({ id: line.rotaId, name: line.name[language] }))}
          onChoose={(id) => setChosen(duty?.find((line) => line.rotaId === id)?.rotaId ?? null)}
        />
        {part === 'report' && (
          <Select
            label={t({ id: 'prevention.period' })}
            placeholder=""
            chosen={String(days)}
            choices={lengths.map((length) => ({
              id: String(length),
              name: t({ id: 'prevention.lastDays' }, { days: length }),
            }))}
            onChoose={(length) => setDays(Number(length))}
          />
        )}
      </div>
      <Tabs
        label={t({ id: 'managerReport.title' })}
        chosen={part}
        onChoose={setPart}
        tabs={[
          {
            id: 'report',
            title: t({ id: 'managerReport.reachedTab' }),
            content: (
              <ReportPart key={`${rotaId} ${days}`} rotaId={rotaId} period={lastDays(days, timeZone)} />
            ),
          },
          {
            id: 'digest',
            title: t({ id: 'managerReport.digestTab' }),
            content: <DigestPart key={rotaId} rotaId={rotaId} />,
          },
        ]}
      />
    </div>
  );
}
