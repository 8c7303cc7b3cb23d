import { centreState } from '@ringside/shared/protocol/administration';
import { Loading } from '@ringside/ui/EmptyState';
import { Notice } from '@ringside/ui/Notice';
import type { ReactNode } from 'react';
import { create } from 'zustand';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import type { May } from '../../may.ts';
import { useMay } from '../../may.ts';
import { problemMessage } from './administration-words.ts';
import type { CentreRead } from './centre-context.ts';
import { CentreContext } from './centre-context.ts';
import { EmergencyPart } from './EmergencyPart.tsx';
import { hotlineForm } from './form-of-hotline.ts';
import { queueForm } from './form-of-queue.ts';
import { complaintForms } from './forms-of-complaints.ts';
import { categoryForm, dispositionForm, familyForm, reasonForm, skillForm } from './forms-of-lists.ts';
import { HistoryPart } from './HistoryPart.tsx';
import { HoursPart } from './HoursPart.tsx';
import type { JsonGroup } from './json.ts';
import { PeoplePart } from './PeoplePart.tsx';
import { PromptsPart } from './PromptsPart.tsx';
import { RotasPart } from './RotasPart.tsx';
import { SectionPart } from './SectionPart.tsx';
import { belowTemplate } from './TemplatePreview.tsx';
import { TokensPart } from './TokensPart.tsx';
import { TransferPart } from './TransferPart.tsx';
import { WorkflowsPart } from './WorkflowsPart.tsx';
import { useRead } from './use-administer.ts';
import './administration.css';

interface Part {
  readonly id: string;
  readonly word: Message;
  readonly isFor: (may: May) => boolean;
  readonly content: (onChanged: () => void) => ReactNode;
}

const words = defineMessages({
  people: { id: 'admin.people' },
  skills: { id: 'admin.skillsAndFamilies' },
  queues: { id: 'admin.queues' },
  hotlines: { id: 'admin.hotlinesAndMenus' },
  hours: { id: 'admin.calendars' },
  reasons: { id: 'admin.reasonsAndDispositions' },
  complaints: { id: 'admin.complaints' },
  rotas: { id: 'admin.rotas' },
  prompts: { id: 'admin.prompts' },
  emergency: { id: 'admin.emergency' },
  history: { id: 'admin.history' },
  tokens: { id: 'admin.tokens' },
  transfer: { id: 'admin.transfer' },
}) satisfies Record<string, Message>;

const admins = ({ administer }: May): boolean => administer;
const inCharge = ({ closeLines }: May): boolean => closeLines;

const parts: readonly Part[] = [
  { id: 'people', word: words.people, isFor: admins, content: () => <PeoplePart /> },
  {
    id: 'skills',
    word: words.skills,
    isFor: inCharge,
    content: (onChanged) => (
      <>
        <SectionPart form={skillForm} onChanged={onChanged} />
        <SectionPart form={familyForm} onChanged={onChanged} />
      </>
    ),
  },
  {
    id: 'queues',
    word: words.queues,
    isFor: inCharge,
    content: (onChanged) => <SectionPart form={queueForm} onChanged={onChanged} />,
  },
  {
    id: 'hotlines',
    word: words.hotlines,
    isFor: inCharge,
    content: (onChanged) => <SectionPart form={hotlineForm} onChanged={onChanged} />,
  },
  {
    id: 'hours',
    word: words.hours,
    isFor: inCharge,
    content: (onChanged) => <HoursPart onChanged={onChanged} />,
  },
  {
    id: 'reasons',
    word: words.reasons,
    isFor: inCharge,
    content: (onChanged) => (
      <>
        <SectionPart form={reasonForm} onChanged={onChanged} />
        <SectionPart form={dispositionForm} onChanged={onChanged} />
        <SectionPart form={categoryForm} onChanged={onChanged} />
      </>
    ),
  },
  {
    id: 'complaints',
    word: words.complaints,
    isFor: inCharge,
    content: (onChanged) => (
      <>
        <WorkflowsPart onChanged={onChanged} />
        <SectionPart form={complaintForms.clocks} onChanged={onChanged} />
        <SectionPart form={complaintForms.contracts} onChanged={onChanged} />
        <SectionPart form={complaintForms.authority} onChanged={onChanged} />
        <SectionPart form={complaintForms.budgets} onChanged={onChanged} />
        <SectionPart form={complaintForms.playbooks} onChanged={onChanged} />
        <SectionPart form={complaintForms.servicePoints} onChanged={onChanged} />
        <SectionPart form={complaintForms.causes} onChanged={onChanged} />
        <SectionPart form={complaintForms.templates} onChanged={onChanged} below={belowTemplate} />
      </>
    ),
  },
  {
    id: 'rotas',
    word: words.rotas,
    isFor: inCharge,
    content: (onChanged) => <RotasPart onChanged={onChanged} />,
  },
  {
    id: 'prompts',
    word: words.prompts,
    isFor: admins,
    content: (onChanged) => <PromptsPart onChanged={onChanged} />,
  },
  {
    id: 'emergency',
    word: words.emergency,
    isFor: inCharge,
    content: (onChanged) => <EmergencyPart onChanged={onChanged} />,
  },
  {
    id: 'history',
    word: words.history,
    isFor: inCharge,
    content: (onChanged) => <HistoryPart onChanged={onChanged} />,
  },
  { id: 'tokens', word: words.tokens, isFor: admins, content: () => <TokensPart /> },
  {
    id: 'transfer',
    word: words.transfer,
    isFor: admins,
    content: (onChanged) => <TransferPart onChanged={onChanged} />,
  },
];

/** Kept while the page is away, so that one comes back to where one was. */
const usePart = create<{ readonly part: string | null }>(() => ({ part: null }));

/** What administrators set up, and the lines that supervisors may close at once. */
export function AdministrationPage() {
  const t = useText();
  const may = useMay();
  const read = useRead('/centre', centreState);
  const chosen = usePart((s) => s.part);
  const offered = parts.filter(({ isFor }) => isFor(may));
  const part =
    offered.find(({ id }) => id === chosen) ??
    (may.administer ? offered[0] : offered.find(({ id }) => id === 'emergency'));
  return (
    <div className="page admin">
      <h1>{t({ id: 'admin.title' })}</h1>
      <nav className="admin-nav" aria-label={t({ id: 'admin.title' })}>
        {offered.map(({ id, word }) => (
          <button
            key={id}
            type="button"
            className="admin-nav-link"
            aria-current={id === part?.id ? 'page' : undefined}
            onClick={() => usePart.setState({ part: id })}
          >
            {t(word)}
          </button>
        ))}
      </nav>
      <div className="admin-content">
        {read.problem !== null && <Notice tone="bad" role="alert" title={t(problemMessage(read.problem))} />}
        {read.value === null ? (
          read.problem === null && <Loading label={t({ id: 'common.loading' })} />
        ) : (
          <CentreContext value={asRead(read.value)}>{part?.content(read.again)}</CentreContext>
        )}
      </div>
    </div>
  );
}

const asRead = ({
  revision,
  document,
}: {
  revision: number;
  document: Record<string, unknown>;
}): CentreRead => ({
  revision,
  document: document as JsonGroup,
});
