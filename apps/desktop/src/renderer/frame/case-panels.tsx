import { defineMessages } from 'react-intl';
import type { CasePanel } from '../features/cases/case-panel.ts';
import { TasksPanel } from '../features/tasks/TasksPanel.tsx';
import { CompensationPanel } from '../features/compensation/CompensationPanel.tsx';
import { AnswerPanel } from '../features/workflow/AnswerPanel.tsx';
import { WorkflowPanel } from '../features/workflow/WorkflowPanel.tsx';

const words = defineMessages({
  compensation: { id: 'compensation.title' },
  tasks: { id: 'tasks.tasks' },
  workflow: { id: 'workflow.title' },
  answer: { id: 'workflow.answerTitle' },
});

/** What the page of a case is put together of, in the order in which it is shown; each feature adds its line. */
export const casePanels: readonly CasePanel[] = [
  { id: 'workflow', title: words.workflow, place: 'head', component: WorkflowPanel },
  { id: 'answer', title: words.answer, place: 'side', component: AnswerPanel },
  { id: 'compensation', title: words.compensation, place: 'side', component: CompensationPanel },
  { id: 'tasks', title: words.tasks, place: 'side', component: TasksPanel },
];
