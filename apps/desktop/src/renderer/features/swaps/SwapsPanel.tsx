import type { RotaId } from '@ringside/shared/model/ids';
import type { MyShifts, SwapView } from '@ringside/shared/protocol/rota';
import { myShifts, swapView } from '@ringside/shared/protocol/rota';
import { Badge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import { serverNow } from '@ringside/ui/ticker';
import { CalendarCheck, CalendarPlus, Repeat2 } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { anyRota } from '../../desk.ts';
import { useMay } from '../../may.ts';
import { useGo } from '../../navigation.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { shiftHowWords, wallSpan } from '../../wording/rota-wording.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { AnswerSwap } from './AnswerSwap.tsx';
import { AskSwap } from './AskSwap.tsx';
import { swapStateWords } from './swap-words.ts';
import './swaps.css';

const swapViews = z.array(swapView);
type MyShift = MyShifts['shifts'][number];
const shownFirst = 6;

/** One's own shifts with the way to be relieved of them, what is asked, and what became of it. Of one rota, or (null) of all. */
export function SwapsPanel({ rotaId }: { readonly rotaId: RotaId | null }) {
  const { t } = useWords();
  const go = useGo();
  const { listen } = useMay();
  const { value: mine, problem } = useAnswer({ ask: 'rota.mine' }, myShifts, anyRota);
  const { value: swaps } = useAnswer({ ask: 'swap.list', rotaId }, swapViews, anyRota);
  if (problem !== null) return <Notice tone="bad" role="alert" title={t(problemWords[problem])} />;
  if (mine === null || swaps === null) return <Loading label={t({ id: 'common.loading' })} lines={4} />;
  const isShown = (one: { readonly rotaId: RotaId }): boolean => rotaId === null || one.rotaId === rotaId;
  return (
    <div className="swaps">
      <OpenSwaps swaps={mine.swaps.filter(isShown)} />
      <Shifts shifts={mine.shifts.filter(isShown)} swaps={mine.swaps} />
      {rotaId !== null && listen && (
        <p className="swap-calendar">
          <Button
            small
            look="quiet"
            icon={<CalendarPlus size={14} aria-hidden />}
            onPress={() => go.page('/manager')}
          >
            {t({ id: 'swap.calendar' })}
          </Button>
        </p>
      )}
      <History swaps={swaps.filter(({ state }) => state !== 'asked')} />
    </div>
  );
}

/** What is asked of this person comes first: somebody waits for it. */
function OpenSwaps({ swaps }: { readonly swaps: readonly SwapView[] }) {
  const { t } = useWords();
  if (swaps.length === 0) return null;
  const ofMe = (swap: SwapView): boolean => swap.acts.includes('accept');
  return (
    <section aria-label={t({ id: 'swap.open' })}>
      <h4>{t({ id: 'swap.open' })}</h4>
      <ul className="swap-list">
        {swaps
          .toSorted((a, b) => Number(ofMe(b)) - Number(ofMe(a)))
          .map((swap) => (
            <OpenSwap key={swap.swapId} swap={swap} />
          ))}
      </ul>
    </section>
  );
}

function OpenSwap({ swap }: { readonly swap: SwapView }) {
  const words = useWords();
  const { t } = words;
  const span = wallSpan(swap.from, swap.until, words);
  const waiting = swap.asked.filter(({ declined }) => !declined).map(({ agentName }) => agentName);
  const isMine = swap.acts.includes('withdraw');
  return (
    <li className="swap-row">
      <div className="swap-what">
        <strong>{isMine ? span : t({ id: 'swap.asks' }, { name: swap.askedByName, span })}</strong>
        <span className="rs-muted">
          {[
            swap.wants === null
              ? t({ id: 'swap.inReturnNothing' })
              : t({ id: 'swap.inReturn' }, { span: wallSpan(swap.wants.from, swap.wants.until, words) }),
            isMine ? t({ id: 'swap.waitingFor' }, { names: waiting.join(t({ id: 'swap.and' })) }) : '',
            swap.reason,
          ]
            .filter((part) => part !== '')
            .join(' · ')}
        </span>
      </div>
      <span className="row-actions">
        <AnswerSwap swapId={swap.swapId} acts={swap.acts} what={span} />
      </span>
    </li>
  );
}

function Shifts({
  shifts,
  swaps,
}: {
  readonly shifts: readonly MyShift[];
  readonly swaps: readonly SwapView[];
}) {
  const words = useWords();
  const { t, language } = words;
  const [asked, setAsked] = useState<MyShift | null>(null);
  const [isWhole, setWhole] = useState(false);
  const rotas = new Set(shifts.map(({ rotaId }) => rotaId));
  const isAsked = (shift: MyShift): boolean =>
    swaps.some(
      ({ rotaId, layer, from, until, acts }) =>
        acts.includes('withdraw') &&
        rotaId === shift.rotaId &&
        layer === shift.layer &&
        from < shift.untilLocal &&
        until > shift.fromLocal,
    );
  return (
    <section aria-label={t({ id: 'swap.myShifts' })}>
      <h4>{t({ id: 'swap.myShifts' })}</h4>
      {shifts.length === 0 && (
        <EmptyState icon={<CalendarCheck size={24} aria-hidden />} title={t({ id: 'swap.noShifts' })} />
      )}
      <ul className="swap-list">
        {shifts.slice(0, isWhole ? shifts.length : shownFirst).map((shift) => {
          const span = wallSpan(shift.fromLocal, shift.untilLocal, words);
          return (
            <li key={`${shift.rotaId} ${shift.layer} ${shift.from}`} className="swap-row">
              <div className="swap-what">
                <strong>{span}</strong>
                <span className="rs-muted">
                  {[rotas.size > 1 ? shift.rotaName[language] : '', t(shiftHowWords[shift.how])]
                    .filter((part) => part !== '')
                    .join(' · ')}
                </span>
              </div>
              {isAsked(shift) ? (
                <Badge>{t({ id: 'swap.state.asked' })}</Badge>
              ) : (
                <Button
                  small
                  icon={<Repeat2 size={14} aria-hidden />}
                  aria-label={t({ id: 'swap.askOne' }, { span })}
                  onPress={() => setAsked(shift)}
                >
                  {t({ id: 'swap.ask' })}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
      {shifts.length > shownFirst && (
        <Button small look="quiet" onPress={() => setWhole(!isWhole)}>
          {t(isWhole ? { id: 'swap.fewer' } : { id: 'swap.allShifts' }, { count: shifts.length })}
        </Button>
      )}
      {asked !== null && <AskSwap shift={asked} onClose={() => setAsked(null)} />}
    </section>
  );
}

/** SWAP-6: what became of those that are over. */
function History({ swaps }: { readonly swaps: readonly SwapView[] }) {
  const words = useWords();
  const { t } = words;
  if (swaps.length === 0) return null;
  return (
    <details className="swap-history">
      <summary>{t({ id: 'swap.history' }, { count: swaps.length })}</summary>
      <ul className="swap-list">
        {swaps.map((swap) => (
          <li key={swap.swapId} className="swap-row">
            <div className="swap-what">
              <span>
                {swap.askedByName} · {wallSpan(swap.from, swap.until, words)}
              </span>
              <span className="rs-muted">
                {t(swapStateWords[swap.state], { name: swap.takenByName })}
                {swap.endedAt !== null && ` · ${dayAndTime(swap.endedAt, serverNow(), words)}`}
              </span>
            </div>
          </li>
        ))}
      </ul>
    </details>
  );
}
