import type { AdminProblemView, CentreChangedView } from '@ringside/shared/protocol/administration';
import { centreChanged } from '@ringside/shared/protocol/administration';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Notice } from '@ringside/ui/Notice';
import { Download, FileUp } from 'lucide-react';
import { useState } from 'react';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import { faultText } from './administration-words.ts';
import { useCentre } from './centre-context.ts';
import { Differences } from './Differences.tsx';
import { FileButton } from './FileButton.tsx';
import { useAdminister } from './use-administer.ts';

interface Trial {
  readonly name: string;
  readonly yaml: string;
  readonly changes: CentreChangedView | null;
  readonly problem: AdminProblemView | null;
}

/** The whole centre as a file, out and in; what an import would do is shown before it is done. */
export function TransferPart({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useWords();
  const { revision } = useCentre();
  const ask = useAdminister();
  const [trial, setTrial] = useState<Trial | null>(null);

  async function save() {
    const reply = await ask({ method: 'GET', path: '/export' });
    if (reply.ok) download(String(reply.value), `ringside-centre-${revision}.yaml`);
  }
  const send = (yaml: string, dryRun: boolean) =>
    ask(
      {
        method: 'POST',
        path: `/import?dryRun=${dryRun}`,
        file: { medium: 'application/yaml', content: yaml },
        ifMatch: String(revision),
      },
      ['faults', 'changedMeanwhile'],
    );
  async function tryFile(file: File) {
    const yaml = await file.text();
    const reply = await send(yaml, true);
    setTrial({
      name: file.name,
      yaml,
      changes: reply.ok ? centreChanged.parse(reply.value) : null,
      problem: reply.ok ? null : reply.problem,
    });
  }
  async function take(yaml: string) {
    const reply = await send(yaml, false);
    if (!reply.ok) return setTrial((old) => old && { ...old, changes: null, problem: reply.problem });
    setTrial(null);
    onChanged();
    return say('good', { id: 'admin.imported' });
  }
  return (
    <Card title={t({ id: 'admin.transfer' })}>
      <div className="form-padded form">
        <p className="rs-muted">{t({ id: 'admin.transferNote' })}</p>
        <div className="admin-line">
          <Button icon={<Download size={16} aria-hidden />} onPress={() => void save()}>
            {t({ id: 'admin.export' })}
          </Button>
          <FileButton
            label={t({ id: 'admin.import' })}
            accept=".yaml,.yml,application/yaml"
            icon={<FileUp size={14} aria-hidden />}
            onFile={(file) => void tryFile(file)}
          />
        </div>
        {trial?.problem && (
          <Notice tone="bad" role="alert" title={t({ id: 'admin.importFaults' }, { name: trial.name })}>
            {trial.problem.problem === 'changedMeanwhile'
              ? t({ id: 'admin.changedMeanwhile' })
              : (trial.problem.faults ?? [])
                  .map((fault) =>
                    t(
                      { id: 'admin.lineFault' },
                      { line: fault.line ?? 0, text: fault.path.join('.'), why: faultText(fault, t) },
                    ),
                  )
                  .join(' ')}
          </Notice>
        )}
        {trial?.changes && (
          <>
            <h3>{t({ id: 'admin.wouldChange' }, { name: trial.name })}</h3>
            <Differences differences={trial.changes.differences} />
            <div className="form-foot">
              <Button onPress={() => setTrial(null)}>{t({ id: 'common.cancel' })}</Button>
              <Button
                look="primary"
                isDisabled={trial.changes.differences.length === 0}
                onPress={() => void take(trial.yaml)}
              >
                {t({ id: 'admin.importNow' })}
              </Button>
            </div>
          </>
        )}
      </div>
    </Card>
  );
}

function download(text: string, name: string): void {
  const address = URL.createObjectURL(new Blob([text], { type: 'application/yaml' }));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  URL.revokeObjectURL(address);
}
