import type { CaseId } from '@ringside/shared/model/ids';
import type {
  BulkAct,
  BulkResults,
  WorkFilterInput,
  WorkSortWord,
} from '@ringside/shared/protocol/work-list';
import { bulkResults, nextCase } from '@ringside/shared/protocol/work-list';
import { Button, ToggleButton } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Filter } from '@ringside/ui/Filter';
import { FolderOpen, ListRestart, SlidersHorizontal, StepForward } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { useCommand } from '../../asking.ts';
import { isTyping } from '../../keys/keys.ts';
import { useGo } from '../../navigation.ts';
import { say } from '../../notices/notices.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { BulkBar, BulkOutcome } from './BulkBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { SaveFilterDialog } from './SaveFilterDialog.tsx';
import type { Filters } from './use-filters.ts';
import { useFilters } from './use-filters.ts';
import { useWorkList } from './use-work-list.ts';
import { WorkTable } from './WorkTable.tsx';
import './work-list.css';

/** The list of work: what presses most stands first; it is worked through by keys alone. */
export function WorkListPage() {
  const { t } = useWords();
  const go = useGo();
  const filters = useFilters();
  const { filter, sort, change, setSort } = useFilterShown(filters);
  const [selected, setSelected] = useState<ReadonlySet<CaseId>>(new Set());
  const [assigning, setAssigning] = useState<readonly CaseId[]>([]);
  const [isSaving, setSaving] = useState(false);
  const [showsFilter, setShowsFilter] = useState(false);
  const table = useRef<HTMLTableElement>(null);
  const textField = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  const hand = useHand(table, selected.size > 0 || assigning.length > 0);
  const list = useWorkList(filter, sort, hand.isThere);
  const { act, results, forget } = useBulk(() => setSelected(new Set()));
  const next = useNext();
  hand.whenGone(list.apply);

  const acts = useMemo(
    () => ({
      open: go.case,
      assign: setAssigning,
      take: (caseIds: readonly CaseId[]) => void act(caseIds, { act: 'take' }),
    }),
    [go, act],
  );
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const isOurs = event.target instanceof Node && event.currentTarget.contains(event.target);
    if (!isOurs || event.defaultPrevented || isTyping(event.target) || event.ctrlKey || event.altKey) return;
    if (event.key === 'n') void next();
    else if (event.key === '/') {
      setShowsFilter(true);
      requestAnimationFrame(() => textField.current?.focus());
    } else if (event.key === 'u') list.apply();
    else return;
    event.preventDefault();
  };
  const { chosen } = filters;
  return (
    <div className="page work-page" onKeyDown={onKeyDown}>
      <header className="work-head">
        <h1>{t({ id: 'work.title' })}</h1>
        <ToggleButton
          small
          isOn={showsFilter}
          onChange={setShowsFilter}
          keys="/"
          icon={<SlidersHorizontal size={16} aria-hidden />}
        >
          {t({ id: 'work.filter' })}
        </ToggleButton>
        <Button
          look="primary"
          keys="n"
          icon={<StepForward size={16} aria-hidden />}
          onPress={() => void next()}
        >
          {t({ id: 'work.next' })}
        </Button>
      </header>
      <Filter
        label={t({ id: 'work.saved' })}
        choices={filters.listed.map(({ id, name }, nth) => ({
          value: id,
          name: `${name}${countText(filters.counts[nth])}`,
        }))}
        chosen={chosen.id}
        onChoose={filters.choose}
      />
      {showsFilter && (
        <FilterBar
          filter={filter}
          sort={sort}
          textField={textField}
          onFilter={change}
          onSort={setSort}
          onSave={() => setSaving(true)}
          onRemove={chosen.kind === 'usual' ? null : () => filters.remove(chosen)}
        />
      )}
      {selected.size > 0 && (
        <BulkBar
          count={selected.size}
          onAct={(what) => void act([...selected], what)}
          onAssign={() => setAssigning([...selected])}
          onClear={() => setSelected(new Set())}
        />
      )}
      {results && <BulkOutcome results={results} onClose={forget} />}
      <div className="work-changes" role="status">
        {list.changes > 0 && (
          <Button small keys="u" icon={<ListRestart size={14} aria-hidden />} onPress={list.apply}>
            {t({ id: 'work.changes' }, { count: list.changes })}
          </Button>
        )}
      </div>
      {list.problem && (
        <p className="card-none">
          {t(problemWords[list.problem])}{' '}
          <Button small onPress={list.again}>
            {t({ id: 'common.tryAgain' })}
          </Button>
        </p>
      )}
      {list.isAsking && <Loading label={t({ id: 'common.loading' })} lines={10} />}
      {!list.isAsking && !list.problem && list.rows.length === 0 && (
        <EmptyState icon={<FolderOpen size={28} aria-hidden />} title={t({ id: 'work.none' })}>
          {t({ id: 'work.noneWhy' })}
        </EmptyState>
      )}
      {list.rows.length > 0 && (
        <WorkTable
          rows={list.rows}
          left={list.left}
          selected={selected}
          onSelect={setSelected}
          acts={acts}
          box={table}
        />
      )}
      {list.next && list.rows.length > 0 && <Button onPress={list.more}>{t({ id: 'work.more' })}</Button>}
      <p className="work-keys rs-muted">{t({ id: 'work.keys' })}</p>
      <AssignDialog
        caseIds={assigning}
        onClose={() => setAssigning([])}
        onAct={(what) => {
          void act(assigning, what);
          setAssigning([]);
        }}
      />
      <SaveFilterDialog
        isOpen={isSaving}
        onClose={() => setSaving(false)}
        onSave={(name, shared) => {
          filters.save({ name, filter, sort }, shared);
          setSaving(false);
        }}
      />
    </div>
  );
}

const countText = (count: Filters['counts'][number] | undefined): string =>
  count === undefined ? '' : ` ${count.count}${count.more ? '+' : ''}`;

/** The filter chosen, and what was changed about it since: that is shown and not kept until it is saved. */
function useFilterShown({ chosen }: Filters) {
  const [changed, setChanged] = useState<{
    readonly of: string;
    readonly filter: WorkFilterInput;
    readonly sort: WorkSortWord;
  } | null>(null);
  const shown =
    changed?.of === chosen.id ? changed : { of: chosen.id, filter: chosen.filter, sort: chosen.sort };
  return {
    filter: shown.filter,
    sort: shown.sort,
    change: (change: Partial<WorkFilterInput>) =>
      setChanged({ ...shown, filter: { ...shown.filter, ...change } }),
    setSort: (sort: WorkSortWord) => setChanged({ ...shown, sort }),
  };
}

/** WORK-8: a hand is on the list while it has the focus or the pointer, or while rows are selected. */
function useHand(table: React.RefObject<HTMLTableElement | null>, isBusy: boolean) {
  const busy = useRef(isBusy);
  const gone = useRef<() => void>(() => undefined);
  useEffect(() => {
    busy.current = isBusy;
  });
  const isThere = useCallback(() => {
    const box = table.current;
    return busy.current || (box !== null && (box.contains(document.activeElement) || box.matches(':hover')));
  }, [table]);
  useEffect(() => {
    // the focus moves after the event, and the pointer leaves before the next frame
    const look = () => requestAnimationFrame(() => !isThere() && gone.current());
    document.addEventListener('focusin', look);
    document.addEventListener('pointermove', look, { passive: true });
    return () => {
      document.removeEventListener('focusin', look);
      document.removeEventListener('pointermove', look);
    };
  }, [isThere]);
  const whenGone = (apply: () => void) => {
    gone.current = apply;
  };
  return { isThere, whenGone };
}

/** Does one thing to many cases and keeps what became of each. */
function useBulk(onDone: () => void) {
  const tell = useCommand();
  const [results, setResults] = useState<BulkResults | null>(null);
  const done = useRef(onDone);
  useEffect(() => {
    done.current = onDone;
  });
  const act = useCallback(
    async (caseIds: readonly CaseId[], what: BulkAct) => {
      const reply = await tell({ do: 'work.bulk', caseIds: [...caseIds], act: what });
      const parsed = reply.ok ? bulkResults.safeParse(reply.value) : null;
      if (!parsed?.success) return;
      setResults(parsed.data);
      done.current();
    },
    [tell],
  );
  return { act, results, forget: () => setResults(null) };
}

/** WORK-5: the next case, opened. */
function useNext() {
  const tell = useCommand();
  const go = useGo();
  return useCallback(async () => {
    const reply = await tell({ do: 'work.next' });
    const parsed = reply.ok ? nextCase.safeParse(reply.value) : null;
    if (!parsed?.success) return;
    if (parsed.data.caseId === null) say('info', { id: 'work.nothingNext' });
    else go.case(parsed.data.caseId);
  }, [tell, go]);
}
