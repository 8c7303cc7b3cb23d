import type { CaseId } from '@ringside/shared/model/ids';
import type { CaseFile } from '@ringside/shared/protocol/case';
import { caseFile } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import { FileWarning } from 'lucide-react';
import { useAnswer } from '../../asking.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import type { CasePanel } from './case-panel.ts';
import { CaseHeader } from './CaseHeader.tsx';
import { CaseHistory } from './CaseHistory.tsx';
import { CaseNotes } from './CaseNotes.tsx';
import { CasePromise } from './CasePromise.tsx';
import { CaseRecord } from './CaseRecord.tsx';
import './CasePage.css';

interface CasePageProps {
  readonly caseId: CaseId;
  readonly panels: readonly CasePanel[];
}

/** Everything about one case: what was told on the left, what is done about it on the right, all that happened below. */
export function CasePage({ caseId, panels }: CasePageProps) {
  const { t } = useWords();
  const file = useAnswer({ ask: 'case.file', caseId }, caseFile, caseId);
  if (file.value) return <File file={file.value} panels={panels} />;
  if (!file.problem) return <Loading label={t({ id: 'common.loading' })} lines={8} />;
  return (
    <EmptyState
      icon={<FileWarning size={28} aria-hidden />}
      title={t({ id: 'case.notLoaded' })}
      action={<Button onPress={file.again}>{t({ id: 'common.tryAgain' })}</Button>}
    >
      {t(problemWords[file.problem])}
    </EmptyState>
  );
}

function File({ file, panels }: { readonly file: CaseFile; readonly panels: readonly CasePanel[] }) {
  const { caseId } = file.case;
  return (
    <div className="page case-page">
      <CaseHeader file={file} />
      <Panels of={panels.filter(({ place }) => place === 'head')} caseId={caseId} />
      <div className="case-columns">
        <div className="case-main">
          <CaseRecord key={caseId} file={file} />
          {file.case.promise && <CasePromise promise={file.case.promise} />}
          {file.may.includes('note') && <CaseNotes caseId={caseId} />}
          <CaseHistory file={file} />
        </div>
        <aside className="case-side">
          <Panels of={panels.filter(({ place }) => place === 'side')} caseId={caseId} />
        </aside>
      </div>
    </div>
  );
}

function Panels({ of, caseId }: { readonly of: readonly CasePanel[]; readonly caseId: CaseId }) {
  const { t } = useWords();
  return of.map(({ id, title, place, component: Content }) =>
    place === 'head' ? (
      <Content key={id} caseId={caseId} />
    ) : (
      <Card key={id} title={t(title)}>
        <div className="case-panel">
          <Content caseId={caseId} />
        </div>
      </Card>
    ),
  );
}
