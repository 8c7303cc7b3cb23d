import { presenceStates } from '@ringside/shared/model/presence';
import { serviceLevelFormulas } from '@ringside/shared/model/service-level';
import { Button, ToggleButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Loading } from '@ringside/ui/EmptyState';
import { TextField } from '@ringside/ui/Field';
import { Select } from '@ringside/ui/Select';
import { Monitor, Pause, SlidersHorizontal } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import type { BoardAction, BoardActions } from '../../board-actions.ts';
import { useGo } from '../../navigation.ts';
import { queueName, useReference } from '../../reference.ts';
import { presenceWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { AgentGrid } from './AgentGrid.tsx';
import { Alarms } from './Alarms.tsx';
import { CallGrid } from './CallGrid.tsx';
import { LayoutDialog } from './LayoutDialog.tsx';
import { QueueGrid, useQueueIds } from './QueueGrid.tsx';
import { QueueTile } from './QueueTile.tsx';
import type { OpenMenu } from './RowMenu.tsx';
import { RowMenu } from './RowMenu.tsx';
import type { Layout, Layouts, Section } from './settings.ts';
import { useLayouts } from './settings.ts';
import { sectionWords } from './board-words.ts';
import { board, useBoardValue, useWatchedBoard } from './use-board.ts';
import { useTrends } from './use-trends.ts';
import './Board.css';

/** More queues than this stand in a table rather than in tiles. */
const mostTiles = 8;

/** The live floor: what needs somebody, the queues, the people, the calls. */
export function BoardPage({ actions }: { readonly actions: BoardActions }) {
  useWatchedBoard();
  const { t } = useWords();
  const layouts = useLayouts();
  const { layout } = layouts;
  const [text, setText] = useState('');
  const [menu, setMenu] = useState<OpenMenu<never> | null>(null);
  const isThere = useBoardValue(isHeard);
  const openFor = useMenus(actions, setMenu);
  const section = (one: Section) => {
    switch (one) {
      case 'alarms':
        return <Alarms layout={layout} />;
      case 'queues':
        return <Queues layout={layout} change={layouts.change} />;
      case 'agents':
        return <AgentGrid layout={layout} text={text} change={layouts.change} onMenu={openFor.agents} />;
      case 'waiting':
        return <CallGrid which="waiting" layout={layout} text={text} onMenu={openFor.waiting} />;
      case 'calls':
        return <CallGrid which="calls" layout={layout} text={text} onMenu={openFor.calls} />;
    }
  };
  return (
    <div className="board">
      <BoardHead layouts={layouts} text={text} onText={setText} />
      {!isThere && <Loading label={t({ id: 'common.loading' })} />}
      {isThere &&
        layout.sections.map((one) => (
          <Card key={one} title={t(sectionWords[one])}>
            {section(one)}
          </Card>
        ))}
      {menu && <RowMenu open={menu} onClose={() => setMenu(null)} />}
    </div>
  );
}

const isHeard = (store: typeof board): boolean => store.version() > 0;

/** The menus of the three kinds of rows; a row to which nothing applies has none. */
function useMenus(actions: BoardActions, open: (menu: OpenMenu<never> | null) => void) {
  const opener = useCallback(
    <Row,>(row: Row | null, at: HTMLElement, all: readonly BoardAction<Row>[]) => {
      if (row === null) return;
      const offered = all.filter(({ applies }) => applies(row));
      open(offered.length === 0 ? null : ({ row, at, actions: offered } as unknown as OpenMenu<never>));
    },
    [open],
  );
  const agents = useCallback(
    (id: string, at: HTMLElement) => opener(board.row('agents', id), at, actions.agents),
    [opener, actions],
  );
  const waiting = useCallback(
    (id: string, at: HTMLElement) => opener(board.row('calls', id), at, actions.waiting),
    [opener, actions],
  );
  const calls = useCallback(
    (id: string, at: HTMLElement) => opener(board.row('calls', id), at, actions.calls),
    [opener, actions],
  );
  return { agents, waiting, calls };
}

interface HeadProps {
  readonly layouts: Layouts;
  readonly text: string;
  readonly onText: (text: string) => void;
}

function BoardHead({ layouts, text, onText }: HeadProps) {
  const words = useWords();
  const { t, language } = words;
  const reference = useReference();
  const go = useGo();
  const [isSetting, setSetting] = useState(false);
  const [isPaused, setPaused] = useState(false);
  const { layout, change } = layouts;
  useEffect(() => board.pause(isPaused), [isPaused]);
  useEffect(() => () => board.pause(false), []);
  const all = { id: '', name: t({ id: 'board.all' }) };
  const ofQueue = t({ id: 'board.ofQueue' });
  return (
    <header className="board-head">
      <div className="board-title">
        <h1>{t({ id: 'board.title' })}</h1>
        {isPaused && (
          <span className="board-paused" role="status">
            {t({ id: 'board.paused' })}
          </span>
        )}
        <ToggleButton small isOn={isPaused} onChange={setPaused} icon={<Pause size={16} aria-hidden />}>
          {t({ id: 'board.pause' })}
        </ToggleButton>
        <Button small icon={<Monitor size={16} aria-hidden />} onPress={() => go.page('/floor')}>
          {t({ id: 'board.floorScreen' })}
        </Button>
        <Button small icon={<SlidersHorizontal size={16} aria-hidden />} onPress={() => setSetting(true)}>
          {t({ id: 'board.layout' })}
        </Button>
      </div>
      <div className="board-filters">
        <TextField label={t({ id: 'board.find' })} value={text} onChange={onText} />
        <Select
          label={t({ id: 'board.queue' })}
          placeholder=""
          chosen={layout.queueId ?? ''}
          choices={[
            all,
            ...reference.queues.map(({ queueId }) => ({
              id: queueId as string,
              name: queueName(queueId, reference, words) ?? '',
            })),
          ]}
          onChoose={(id) => change({ queueId: id === '' ? null : id })}
        />
        <Select
          label={t({ id: 'board.state' })}
          placeholder=""
          chosen={layout.state ?? ''}
          choices={[
            { id: '', name: t({ id: 'board.signedIn' }) },
            ...presenceStates.map((state) => ({ id: state, name: t(presenceWords[state]) })),
          ]}
          onChoose={(id) => change({ state: presenceStates.find((state) => state === id) ?? null })}
        />
        <Select
          label={t({ id: 'board.skill' })}
          placeholder=""
          chosen={layout.skillId ?? ''}
          choices={[
            all,
            ...reference.skills.map(({ skillId, name }) => ({ id: skillId as string, name: name[language] })),
          ]}
          onChoose={(id) => change({ skillId: id === '' ? null : id })}
        />
        <Select
          label={t({ id: 'board.formula' })}
          placeholder=""
          chosen={layout.formula ?? ''}
          choices={[{ id: '', name: ofQueue }, ...serviceLevelFormulas.map((id) => ({ id, name: id }))]}
          onChoose={(id) => change({ formula: serviceLevelFormulas.find((one) => one === id) ?? null })}
        />
      </div>
      <LayoutDialog isOpen={isSetting} onClose={() => setSetting(false)} layouts={layouts} />
    </header>
  );
}

interface QueuesProps {
  readonly layout: Layout;
  readonly change: (to: Partial<Layout>) => void;
}

function Queues({ layout, change }: QueuesProps) {
  const ids = useQueueIds(layout);
  const asTiles = layout.queuesAs === 'tiles' || (layout.queuesAs === 'auto' && ids.length <= mostTiles);
  return asTiles ? <Tiles layout={layout} ids={ids} /> : <QueueGrid layout={layout} change={change} />;
}

function Tiles({ layout, ids }: { readonly layout: Layout; readonly ids: readonly string[] }) {
  const trendOf = useTrends(layout.formula);
  return (
    <div className="board-tiles">
      {ids.map((id) => (
        <QueueTile key={id} queueId={id} layout={layout} trend={trendOf(id)} />
      ))}
    </div>
  );
}
