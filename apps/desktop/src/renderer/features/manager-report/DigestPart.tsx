import type { RotaId } from '@ringside/shared/model/ids';
import type { ManagerDigest } from '@ringside/shared/protocol/manager';
import { managerDigest } from '@ringside/shared/protocol/manager';
import { Button, IconButton } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { ChevronLeft, ChevronRight, Download, MessagesSquare } from 'lucide-react';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { csvOf, saveCsv } from '../../csv.ts';
import { useReference } from '../../reference.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { date, dayOf } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import { weekAgo } from './period.ts';
import { RequestTable } from './RequestTable.tsx';
import type { Behind } from './RequestsBehind.tsx';
import { RequestsBehind } from './RequestsBehind.tsx';

type Line = ManagerDigest['byCategory'][number];

/** MREP-7: what customers told managers, week by week, with the calls behind each line. */
export function DigestPart({ rotaId }: { readonly rotaId: RotaId | null }) {
  const words = useWords();
  const { t, timeZone } = words;
  const [weeks, setWeeks] = useState(0);
  const [behind, setBehind] = useState<Behind | null>(null);
  const period = weekAgo(weeks, timeZone);
  const { value, problem } = useAnswer({ ask: 'manager.digest', rotaId, ...period }, managerDigest);
  const name = useCategoryName();
  const turn = (by: number) => {
    setBehind(null);
    setWeeks((old) => Math.max(0, old + by));
  };
  const openLine = ({ category }: Line) =>
    setBehind({
      title: name(category),
      query: { rotaId, ...period, category: category ?? '', takenBy: null, figure: null },
    });
  return (
    <div className="managers-part">
      <div className="managers-tools">
        <IconButton
          small
          label={t({ id: 'managerReport.earlier' })}
          icon={<ChevronLeft size={16} aria-hidden />}
          onPress={() => turn(1)}
        />
        <strong className="managers-week" aria-live="polite">
          {date(period.from, words)} – {date(period.until - 1, words)}
        </strong>
        <IconButton
          small
          label={t({ id: 'managerReport.later' })}
          icon={<ChevronRight size={16} aria-hidden />}
          isDisabled={weeks === 0}
          onPress={() => turn(-1)}
        />
        <Button
          small
          icon={<Download size={16} aria-hidden />}
          isDisabled={!value}
          onPress={() =>
            value && saveCsv(`told-${dayOf(period.from, timeZone)}.csv`, csvOfDigest(value, name, words))
          }
        >
          {t({ id: 'report.csv' })}
        </Button>
      </div>
      {problem && <p className="card-none">{t(problemWords[problem])}</p>}
      {!value && !problem && <Loading label={t({ id: 'common.loading' })} lines={6} />}
      {value && value.total === 0 && (
        <EmptyState
          icon={<MessagesSquare size={28} aria-hidden />}
          title={t({ id: 'managerReport.nothingTold' })}
        >
          {t({ id: 'managerReport.weekBefore' }, { count: value.before })}
        </EmptyState>
      )}
      {value && value.total > 0 && (
        <>
          <p className="managers-total">
            {t({ id: 'managerReport.told' }, { count: value.total, before: value.before })}
          </p>
          {value.byCategory
            .filter(({ count }) => count > 0)
            .map((line) => (
              <DigestCard
                key={line.category ?? ''}
                line={line}
                name={name(line.category)}
                onAll={() => openLine(line)}
              />
            ))}
        </>
      )}
      {behind && (
        <RequestsBehind key={JSON.stringify(behind)} behind={behind} onClose={() => setBehind(null)} />
      )}
      <p className="managers-note">{t({ id: 'managerReport.digestNote' })}</p>
    </div>
  );
}

function DigestCard({
  line,
  name,
  onAll,
}: {
  readonly line: Line;
  readonly name: string;
  readonly onAll: () => void;
}) {
  const { t } = useWords();
  const { count, before, promises, kept, requests } = line;
  return (
    <Card
      title={t({ id: 'managerReport.line' }, { name, count })}
      aside={
        <span className="managers-aside">
          {t({ id: 'managerReport.change' }, { before })}
          {promises > 0 && ` · ${t({ id: 'managerReport.promisesKept' }, { promises, kept })}`}
          {requests.length < count && (
            <Button small look="quiet" onPress={onAll}>
              {t({ id: 'managerReport.all' }, { count })}
            </Button>
          )}
        </span>
      }
    >
      <RequestTable label={name} requests={requests} withCategory={false} />
    </Card>
  );
}

function useCategoryName(): (category: string | null) => string {
  const { t, language } = useWords();
  const { categories } = useReference();
  return (category) =>
    category === null
      ? t({ id: 'managerReport.unsaid' })
      : nameOf(categories, (one) => one.category === category, category, language);
}

function csvOfDigest(
  { byCategory }: ManagerDigest,
  name: (category: string | null) => string,
  { t }: Words,
): string {
  const plain = (title: string, exact: number) => ({
    ...{ name: title, exact, value: String(exact), from: '' },
    formula: t({ id: 'managerReport.digestNote' }),
  });
  return csvOf({
    names: [t({ id: 'case.category' })],
    rows: byCategory.map(({ category, count, before, promises, kept }) => ({
      names: [name(category)],
      figures: [
        plain(t({ id: 'managerReport.requests' }), count),
        plain(t({ id: 'managerReport.before' }), before),
        plain(t({ id: 'managerReport.promises' }), promises),
        plain(t({ id: 'managerReport.keptOf' }), kept),
      ],
    })),
  });
}
