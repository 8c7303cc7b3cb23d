import type { RotaId } from '@ringside/shared/model/ids';
import { EmptyState } from '@ringside/ui/EmptyState';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Select } from '@ringside/ui/Select';
import { CalendarClock } from 'lucide-react';
import { create } from 'zustand';
import { useDesk } from '../../desk.ts';
import { useWords } from '../../wording/words.ts';
import { RotaCalendar } from './RotaCalendar.tsx';
import type { RotaPanel } from './rota-panel.ts';
import type { View } from './rota-words.ts';
import { lengthWords, views, viewWords } from './rota-words.ts';
import type { Length } from './span.ts';
import { lengths } from './span.ts';
import './rota.css';

/** Kept while the page is away, so that one comes back to where one was. */
const useLook = create<{ readonly rotaId: RotaId | null; readonly view: View; readonly length: Length }>(
  () => ({
    rotaId: null,
    view: 'layers',
    length: 'month',
  }),
);

/** RVIEW-2: who is on when, and the way to change it. */
export function RotaPage({ panels }: { readonly panels: readonly RotaPanel[] }) {
  const { t, language } = useWords();
  const rotas = useDesk((s) => s.desk?.duty) ?? [];
  const { rotaId, view, length } = useLook();
  const shown = rotas.find((rota) => rota.rotaId === rotaId) ?? rotas[0];
  if (shown === undefined)
    return (
      <div className="page">
        <h1>{t({ id: 'rota.title' })}</h1>
        <EmptyState icon={<CalendarClock size={28} aria-hidden />} title={t({ id: 'rota.none' })}>
          {t({ id: 'rota.noneWhy' })}
        </EmptyState>
      </div>
    );
  return (
    <div className="page rota-page">
      <h1>{rotas.length === 1 ? shown.name[language] : t({ id: 'rota.title' })}</h1>
      <div className="rota-tools">
        {rotas.length > 1 && (
          <Select
            label={t({ id: 'rota.choose' })}
            choices={rotas.map(({ rotaId: id, name }) => ({ id, name: name[language] }))}
            chosen={shown.rotaId}
            onChoose={(id) => useLook.setState({ rotaId: id as RotaId })}
            placeholder={t({ id: 'form.choose' })}
          />
        )}
        <SegmentedControl
          label={t({ id: 'rota.view' })}
          segments={views.map((value) => ({ value, name: t(viewWords[value]) }))}
          chosen={view}
          onChoose={(chosen) => useLook.setState({ view: chosen })}
        />
        <SegmentedControl
          label={t({ id: 'rota.length' })}
          segments={lengths.map((value) => ({ value, name: t(lengthWords[value]) }))}
          chosen={length}
          onChoose={(chosen) => useLook.setState({ length: chosen })}
        />
      </div>
      <RotaCalendar key={shown.rotaId} rota={shown} view={view} length={length} panels={panels} />
    </div>
  );
}
