import { defineMessages } from 'react-intl';
import type { CasePanel } from '../features/cases/case-panel.ts';
import { TasksPanel } from '../features/tasks/TasksPanel.tsx';
import { ClocksPanel } from '../features/clocks/ClocksPanel.tsx';
import { CompensationPanel } from '../features/compensation/CompensationPanel.tsx';
import { FilesPanel } from '../features/letters/FilesPanel.tsx';
import { LettersPanel } from '../features/letters/LettersPanel.tsx';
import { AnswerPanel } from '../features/workflow/AnswerPanel.tsx';
import { ManagerPanel } from '../features/manager/ManagerPanel.tsx';
import { PreventionPanel } from '../features/prevention/PreventionPanel.tsx';
import { SatisfactionPanel } from '../features/satisfaction/SatisfactionPanel.tsx';
import { WorkflowPanel } from '../features/workflow/WorkflowPanel.tsx';

const words = defineMessages({
  prevention: { id: 'prevention.panel' },
  satisfaction: { id: 'satisfaction.panel' },
  clocks: { id: 'clock.title' },
  compensation: { id: 'compensation.title' },
  files: { id: 'files.title' },
  manager: { id: 'manager.panel' },
  letters: { id: 'letters.title' },
  tasks: { id: 'tasks.tasks' },
  workflow: { id: 'workflow.title' },
  answer: { id: 'workflow.answerTitle' },
});

/** What the page of a case is put together of, in the order in which it is shown; each feature adds its line. */
export const casePanels: readonly CasePanel[] = [
  { id: 'workflow', title: words.workflow, place: 'head', component: WorkflowPanel },
  { id: 'answer', title: words.answer, place: 'side', component: AnswerPanel },
  { id: 'clocks', title: words.clocks, place: 'side', component: ClocksPanel },
  { id: 'compensation', title: words.compensation, place: 'side', component: CompensationPanel },
  { id: 'tasks', title: words.tasks, place: 'side', component: TasksPanel },
  { id: 'letters', title: words.letters, place: 'side', component: LettersPanel },
  { id: 'files', title: words.files, place: 'side', component: FilesPanel },
  { id: 'prevention', title: words.prevention, place: 'side', component: PreventionPanel },
  { id: 'manager', title: words.manager, place: 'side', component: ManagerPanel },
  { id: 'satisfaction', title: words.satisfaction, place: 'side', component: SatisfactionPanel },
];
