import { Card } from '@ringside/ui/Card';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { useWords } from '../../wording/words.ts';
import type { Editing } from './editing.ts';
import { useItems } from './centre-context.ts';
import { workflowForm } from './form-of-workflow.ts';
import { SectionPart } from './SectionPart.tsx';
import { WorkflowDiagram } from './WorkflowDiagram.tsx';

/** STAGE-1: case types with their stages, drawn; under the form stands the diagram of what is typed. */
export function WorkflowsPart({ onChanged }: { readonly onChanged: () => void }) {
  return (
    <>
      <SectionPart form={workflowForm} onChanged={onChanged} below={typedDiagram} />
      <DrawnWorkflows />
    </>
  );
}

const typedDiagram = ({ value, faults, t }: Editing): ReactNode => (
  <section className="admin-group">
    <h3>{t({ id: 'admin.diagram' })}</h3>
    <WorkflowDiagram value={value} faults={faults} />
  </section>
);

function DrawnWorkflows() {
  const { t } = useWords();
  const items = useItems('workflows');
  const [chosen, choose] = useState<string | null>(null);
  const shown = items.find(({ id }) => id === chosen) ?? items[0];
  if (shown === undefined) return null;
  return (
    <Card title={t({ id: 'admin.diagram' })}>
      <div className="workflow-choice">
        <SegmentedControl
          label={t({ id: 'admin.diagramChoose' })}
          segments={items.map(({ id, name }) => ({ value: id, name }))}
          chosen={shown.id}
          onChoose={choose}
        />
        <WorkflowDiagram value={shown.item} />
      </div>
    </Card>
  );
}
