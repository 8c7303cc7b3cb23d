import type { CaseId } from '@ringside/shared/model/ids';
import type { WorkRowView } from '@ringside/shared/protocol/work-list';
import { TierBadge } from '@ringside/ui/Badge';
import { Ticking } from '@ringside/ui/Ticking';
import { serverNow } from '@ringside/ui/ticker';
import type { KeyboardEvent, RefObject } from 'react';
import { memo, useCallback, useState } from 'react';
import { stageName, useReference } from '../../reference.ts';
import { dayAndTime, timeLeft } from '../../wording/time-wording.ts';
import { priorityExplained } from '../../wording/priority-wording.ts';
import { caseTypeWords, severityWords, tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';
import { shortClockWords } from './work-words.ts';

export interface TableActs {
  readonly open: (caseId: CaseId) => void;
  readonly assign: (caseIds: readonly CaseId[]) => void;
  readonly take: (caseIds: readonly CaseId[]) => void;
}

interface WorkTableProps {
  readonly rows: readonly WorkRowView[];
  /** rows that no longer belong here */
  readonly left: ReadonlySet<string>;
  readonly selected: ReadonlySet<CaseId>;
  readonly onSelect: (selected: ReadonlySet<CaseId>) => void;
  readonly acts: TableActs;
  readonly box: RefObject<HTMLTableElement | null>;
}

/** Cases a row each. The keys go from row to row and do what triage needs (WAI-ARIA grid with focus on rows). */
export function WorkTable({ rows, left, selected, onSelect, acts, box }: WorkTableProps) {
  const { t } = useWords();
  const [active, setActive] = useState<CaseId | null>(null);
  const place = Math.max(
    0,
    rows.findIndex((row) => row.case.caseId === active),
  );
  const toggle = useCallback(
    (caseId: CaseId) => {
      const next = new Set(selected);
      if (!next.delete(caseId)) next.add(caseId);
      onSelect(next);
    },
    [selected, onSelect],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLTableElement>) => {
    const act = actOf(event, { rows, place, selected, acts, toggle, onSelect, go });
    if (!act) return;
    event.preventDefault();
    act();
  };
  function go(to: number) {
    const row = rows[Math.min(rows.length - 1, Math.max(0, to))];
    if (!row) return;
    setActive(row.case.caseId);
    box.current?.querySelector<HTMLElement>(`[data-case="${row.case.caseId}"]`)?.focus();
  }
  return (
    <div className="rs-table-box">
      <table
        className="rs-table work-table"
        // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-to-interactive-role -- WAI-ARIA: a grid may be a table
        role="grid"
        aria-label={t({ id: 'work.title' })}
        aria-multiselectable
        ref={box}
        onKeyDown={onKeyDown}
      >
        <Head />
        <tbody>
          {rows.map((row, nth) => (
            <Row
              key={row.case.caseId}
              row={row}
              isLeft={left.has(row.case.caseId)}
              isSelected={selected.has(row.case.caseId)}
              isActive={nth === place}
              onToggle={toggle}
              onOpen={acts.open}
              onActive={setActive}
            />
          ))}
        </tbody>
      </table>
      {rows[place] && <Explanation row={rows[place]} />}
    </div>
  );
}

/** Why the row that the keys are at stands where it does: nobody needs a pointer to be told. */
function Explanation({ row }: { readonly row: WorkRowView }) {
  const words = useWords();
  const { reference, priority } = row.case;
  const [sum, ...terms] = priorityExplained(priority, words).split('\n');
  return (
    <p className="work-why">
      <strong>{reference}</strong> {sum} {terms.join(' · ')}
    </p>
  );
}

interface Keyed {
  readonly rows: readonly WorkRowView[];
  readonly place: number;
  readonly selected: ReadonlySet<CaseId>;
  readonly acts: TableActs;
  readonly toggle: (caseId: CaseId) => void;
  readonly onSelect: (selected: ReadonlySet<CaseId>) => void;
  readonly go: (place: number) => void;
}

/** What a key does to the row that has the focus, or to those that are selected. */
function actOf(event: KeyboardEvent, keyed: Keyed): (() => void) | null {
  const { rows, place, selected, acts, toggle, onSelect, go } = keyed;
  const active = rows[place]?.case.caseId;
  if (active === undefined || event.nativeEvent.isComposing || event.altKey || event.metaKey) return null;
  if (event.ctrlKey) {
    if (event.key !== 'a') return null;
    return () => onSelect(new Set(rows.map((row) => row.case.caseId)));
  }
  const chosen = selected.size > 0 ? [...selected] : [active];
  switch (event.key) {
    case 'ArrowDown':
    case 'j':
      return () => go(place + 1);
    case 'ArrowUp':
    case 'k':
      return () => go(place - 1);
    case 'PageDown':
      return () => go(place + 10);
    case 'PageUp':
      return () => go(place - 10);
    case 'Home':
      return () => go(0);
    case 'End':
      return () => go(rows.length - 1);
    case 'Enter':
      return () => acts.open(active);
    case 'x':
    case ' ':
      return () => toggle(active);
    case 'Escape':
      return selected.size > 0 ? () => onSelect(new Set()) : null;
    case 'a':
      return () => acts.assign(chosen);
    case 't':
      return () => acts.take(chosen);
    default:
      return null;
  }
}

function Head() {
  const { t } = useWords();
  return (
    <thead>
      <tr>
        <th scope="col" className="work-check">
          <span className="rs-hidden">{t({ id: 'work.select' })}</span>
        </th>
        <th scope="col" className="rs-number work-score">
          {t({ id: 'cases.priority' })}
        </th>
        <th scope="col">{t({ id: 'cases.case' })}</th>
        <th scope="col" className="work-customer">
          {t({ id: 'cases.customer' })}
        </th>
        <th scope="col" className="work-severity">
          {t({ id: 'cases.severity' })}
        </th>
        <th scope="col" className="work-stage">
          {t({ id: 'cases.stage' })}
        </th>
        <th scope="col" className="work-owner">
          {t({ id: 'cases.owner' })}
        </th>
        <th scope="col" className="work-clock">
          {t({ id: 'work.nextClock' })}
        </th>
        <th scope="col" className="work-promise">
          {t({ id: 'cases.promise' })}
        </th>
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly row: WorkRowView;
  readonly isLeft: boolean;
  readonly isSelected: boolean;
  readonly isActive: boolean;
  readonly onToggle: (caseId: CaseId) => void;
  readonly onOpen: (caseId: CaseId) => void;
  readonly onActive: (caseId: CaseId) => void;
}

const Row = memo(function Row(props: RowProps) {
  const { row, isLeft, isSelected, isActive, onToggle, onOpen, onActive } = props;
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const one = row.case;
  const names = [isSelected && 'work-selected', isLeft && 'work-left'].filter(Boolean).join(' ');
  return (
    <tr
      data-case={one.caseId}
      tabIndex={isActive ? 0 : -1}
      aria-selected={isSelected}
      className={names || undefined}
      onFocus={() => onActive(one.caseId)}
    >
      <td className="work-check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          aria-label={t({ id: 'work.selectOne' }, { reference: one.reference })}
          onChange={() => onToggle(one.caseId)}
        />
      </td>
      <td className="rs-number work-score" title={priorityExplained(one.priority, words)}>
        {one.priority.score}
      </td>
      <td className="work-case">
        <button type="button" className="link" tabIndex={-1} onClick={() => onOpen(one.caseId)}>
          <strong>{one.reference}</strong> {one.title}
        </button>
        <span className="work-type">
          {t(caseTypeWords[one.type])}
          {row.timesReopened > 0 && ` · ${t({ id: 'work.reopened' })}`}
          {isLeft && ` · ${t({ id: 'work.left' })}`}
        </span>
      </td>
      <td className="work-customer">
        {one.customerName}{' '}
        {row.tier !== null && row.tier !== 'standard' && (
          <TierBadge tier={row.tier}>{t(tierWords[row.tier])}</TierBadge>
        )}
      </td>
      <td className={`work-severity work-severity-${one.severity}`}>
        {one.severity === 'safety' && <span aria-hidden>▲ </span>}
        {t(severityWords[one.severity])}
      </td>
      <td className="work-stage">{stageName(one, reference, words)}</td>
      <td className="work-owner">
        {one.ownerId === null ? <em>{t({ id: 'work.nobody' })}</em> : one.ownerName}
      </td>
      <td className="work-clock">{row.clock && <Clock clock={row.clock} />}</td>
      <td className="work-promise">{one.promise?.keptAt === null && <Due at={one.promise.dueAt} />}</td>
    </tr>
  );
});

function Clock({ clock }: { readonly clock: NonNullable<WorkRowView['clock']> }) {
  const words = useWords();
  const { t } = words;
  const { dueAt } = clock;
  const left = useCallback(
    (now: number) => (dueAt === null ? '' : timeLeft(dueAt, now, words)),
    [dueAt, words],
  );
  const name = t(shortClockWords[clock.clock]);
  if (dueAt === null)
    return <span className="work-paused">{t({ id: 'work.clockPaused' }, { clock: name })}</span>;
  const isLate = dueAt < serverNow();
  return (
    <span className={isLate ? 'late' : undefined}>
      {isLate && <span aria-hidden>▲ </span>}
      <Ticking text={left} />
      <span className="work-type">{name}</span>
    </span>
  );
}

function Due({ at }: { readonly at: number }) {
  const words = useWords();
  const isLate = at < serverNow();
  return (
    <span className={isLate ? 'late' : undefined}>
      {isLate && <span aria-hidden>▲ </span>}
      {dayAndTime(at, serverNow(), words)}
    </span>
  );
}
