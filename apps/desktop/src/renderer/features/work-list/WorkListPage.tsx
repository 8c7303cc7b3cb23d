import type { CaseId } from '@ringside/shared/model/ids';
import { Button, ToggleButton } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { Filter } from '@ringside/ui/Filter';
import { FolderOpen, ListRestart, SlidersHorizontal, StepForward, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useMemo, useRef, useState } from 'react';
import { isTyping } from '../../keys/keys.ts';
import { useGo } from '../../navigation.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { AssignDialog } from './AssignDialog.tsx';
import { BulkBar, BulkOutcome } from './BulkBar.tsx';
import { FilterBar } from './FilterBar.tsx';
import { SaveFilterDialog } from './SaveFilterDialog.tsx';
import type { Filters } from './use-filters.ts';
import { useFilters } from './use-filters.ts';
import { useFilterShown } from './use-filter-shown.ts';
import { useHand } from './use-hand.ts';
import { useBulk, useNext } from './use-work-acts.ts';
import { useWorkList } from './use-work-list.ts';
import { WorkTable } from './WorkTable.tsx';
import './work-list.css';

/** The list of work: what presses most stands first; it is worked through by keys alone. */
export function WorkListPage() {
  const { t } = useWords();
  const go = useGo();
  const filters = useFilters();
  const { filter, sort, asked, change, setSort, forget: forgetAsked } = useFilterShown(filters);
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
    <div className="page work-page" role="presentation" onKeyDown={onKeyDown}>
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
      <div className="work-views">
        <Filter
          label={t({ id: 'work.saved' })}
          choices={filters.listed.map(({ id, name }, nth) => ({
            value: id,
            name: `${name}${countText(filters.counts[nth])}`,
          }))}
          chosen={chosen.id}
          onChoose={filters.choose}
        />
        <div className="work-changes" role="status">
          {list.changes > 0 && (
            <Button small keys="u" icon={<ListRestart size={14} aria-hidden />} onPress={list.apply}>
              {t({ id: 'work.changes' }, { count: list.changes })}
            </Button>
          )}
        </div>
      </div>
      {asked !== null && (
        <p className="work-asked">
          <strong>{asked}</strong>
          <Button small look="quiet" icon={<X size={14} aria-hidden />} onPress={forgetAsked}>
            {t({ id: 'work.clearAsked' })}
          </Button>
        </p>
      )}
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
