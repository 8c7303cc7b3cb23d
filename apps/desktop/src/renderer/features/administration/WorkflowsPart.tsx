import { SectionPart } from './SectionPart.tsx';
import { WorkflowDiagram } from './WorkflowDiagram.tsx';
import { workflowForm } from './form-of-workflow.ts';

/** STAGE-1: case types with their stages; under the form stands the diagram of what is typed. */
export function WorkflowsPart({ onChanged }: { readonly onChanged: () => void }) {
  return (
    <SectionPart
      form={workflowForm}
      onChanged={onChanged}
      below={(editing) => <WorkflowDiagram editing={editing} />}
    />
  );
}
