import { serviceLevel, shareOf } from '@ringside/shared/model/service-level';
import { CallTimer } from '@ringside/ui/CallTimer';
import { IconButton } from '@ringside/ui/Button';
import { Ticking } from '@ringside/ui/Ticking';
import { X } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useDesk } from '../../desk.ts';
import { DutyLine } from '../../DutyLine.tsx';
import { useGo } from '../../navigation.ts';
import { queueName, useReference } from '../../reference.ts';
import { percent, serviceLevelFigure } from '../../wording/figure-wording.ts';
import { clockTime } from '../../wording/time-wording.ts';
import { presenceWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { LevelBadge } from './LevelBadge.tsx';
import { longestLevel, queueLevel, serviceLevelLevel, waitingLevel } from './levels.ts';
import { useQueueIds } from './QueueGrid.tsx';
import type { Layout } from './settings.ts';
import { useLayouts } from './settings.ts';
import { useAtTime, useRow, useWatchedBoard } from './use-board.ts';
import './Floor.css';

const tilesPerPage = 6;
const pageForMs = 15_000;

/** The floor on a big screen on the wall: to be read from ten metres, needing nobody. */
export function FloorPage() {
  useWatchedBoard();
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const { layout } = useLayouts();
  const ids = useQueueIds(layout);
  const isUp = useDesk(({ desk }) => desk?.link === 'up');
  const pages = Math.max(1, Math.ceil(ids.length / tilesPerPage));
  const page = useTurningPage(pages);
  const time = useCallback((now: number) => clockTime(now, words), [words]);
  const shown = ids.slice(page * tilesPerPage, (page + 1) * tilesPerPage);
  return (
    <div className="floor" data-tiles={Math.min(ids.length, tilesPerPage)}>
      <header className="floor-head">
        <h1>{t({ id: 'board.title' })}</h1>
        {!isUp && (
          <strong className="floor-lost" role="status">
            ▲ {t({ id: 'floor.lost' })}
          </strong>
        )}
        {pages > 1 && <span>{t({ id: 'floor.page' }, { page: page + 1, pages })}</span>}
        <Ticking text={time} className="floor-clock" />
        <IconButton
          label={t({ id: 'floor.leave' })}
          icon={<X size={28} aria-hidden />}
          onPress={() => go.page('/board')}
        />
      </header>
      <div className="floor-duty">
        <DutyLine />
      </div>
      <div className="floor-tiles">
        {shown.map((id) => (
          <FloorTile key={id} queueId={id} layout={layout} />
        ))}
      </div>
    </div>
  );
}

/** Every page has its time; with reduced motion as well, since nothing moves but the numbers. */
function useTurningPage(pages: number): number {
  const [page, setPage] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setPage((shown) => shown + 1), pageForMs);
    return () => clearInterval(timer);
  }, []);
  return page % pages;
}

function FloorTile({ queueId, layout }: { readonly queueId: string; readonly layout: Layout }) {
  const words = useWords();
  const reference = useReference();
  const row = useRow('queues', queueId);
  const { formula, thresholds } = layout;
  const level = useAtTime((now) => (row ? queueLevel(row, now, formula, thresholds) : 'good'));
  const longest = useAtTime((now) =>
    row ? longestLevel(row.longestSince, now, row.rule, thresholds) : 'good',
  );
  if (!row) return null;
  const { t } = words;
  const figure = serviceLevelFigure(row.counts, row.rule, formula, words);
  const name = queueName(row.queueId, reference, words) ?? '';
  const share = shareOf(serviceLevel(formula ?? row.rule.formula, row.counts));
  return (
    <article className={`floor-tile floor-tile-${level}`} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <LevelBadge level={level} share={share} />
      </header>
      <dl>
        <div className={`board-is-${waitingLevel(row, thresholds)}`}>
          <dt>{t({ id: 'board.waiting' })}</dt>
          <dd>{row.waiting}</dd>
        </div>
        <div className={`board-is-${longest}`}>
          <dt>{t({ id: 'board.longest' })}</dt>
          <dd>{row.longestSince === null ? '–' : <CallTimer since={row.longestSince} />}</dd>
        </div>
        <div className={`board-is-${serviceLevelLevel(row, formula, thresholds)}`}>
          <dt>
            {figure.name}, {t({ id: 'board.target' }, { target: percent(row.rule.target) })}
          </dt>
          <dd>{percent(share)}</dd>
        </div>
        <div>
          <dt>{t(presenceWords.ready)}</dt>
          <dd>{row.states.ready ?? 0}</dd>
        </div>
        <div>
          <dt>{t(presenceWords.onCall)}</dt>
          <dd>{row.states.onCall ?? 0}</dd>
        </div>
        <div>
          <dt>{t({ id: 'figure.abandoned' })}</dt>
          <dd>{row.counts.abandoned}</dd>
        </div>
      </dl>
    </article>
  );
}
