import type { ContactView } from '@ringside/shared/protocol/contact';
import { SplitHandle } from '@ringside/ui/SplitHandle';
import { Tabs } from '@ringside/ui/Tabs';
import { useRef } from 'react';
import type { ReactNode, RefObject } from 'react';
import { CallbackForm } from '../features/callback/CallbackForm.tsx';
import { CaseForm } from '../features/cases/CaseForm.tsx';
import { TaskForm } from '../features/tasks/TaskForm.tsx';
import { WrapUpForm } from '../features/wrap-up/WrapUpForm.tsx';
import { useText } from '../i18n/text.ts';
import { useKey } from '../keys/keys.ts';
import { prefer, usePreferences } from '../preferences.ts';
import type { Subject } from '../subject.ts';
import './WorkPage.css';

export type PanelTab = 'case' | 'task' | 'callback' | 'wrapUp';

interface WorkPageProps {
  readonly subject: Subject;
  /** the call it is about, where there is one: it can be wrapped up */
  readonly contact: ContactView | null;
  readonly tab: PanelTab;
  readonly onTab: (tab: PanelTab) => void;
  readonly isShown: boolean;
  readonly panelRef: RefObject<HTMLElement | null> | null;
  readonly children: ReactNode;
}

/** A page with the panel of forms beside it. The forms stay as they are while another page is looked at. */
export function WorkPage({ subject, contact, tab, onTab, isShown, panelRef, children }: WorkPageProps) {
  const t = useText();
  const width = usePreferences((s) => s.panelWidth);
  const ownRef = useRef<HTMLElement>(null);
  const panel = panelRef ?? ownRef;
  useKey(
    'complaint',
    () => {
      onTab('case');
      // once the tab is shown: what is hidden can't have the focus
      requestAnimationFrame(() => panel.current?.querySelector<HTMLElement>('[name=whatHappened]')?.focus());
    },
    isShown,
  );
  useKey('task', () => onTab('task'), isShown);
  useKey('wrapUp', () => onTab('wrapUp'), isShown && contact !== null);
  const tabs = [
    { id: 'case', title: t({ id: 'panel.case' }), content: <CaseForm subject={subject} /> },
    { id: 'task', title: t({ id: 'panel.task' }), content: <TaskForm subject={subject} /> },
  ];
  const callback = contact &&
    contact.state.is !== 'offered' && {
      id: 'callback',
      title: t({ id: 'panel.callback' }),
      content: <CallbackForm callId={contact.callId} number={subject.number} />,
    };
  const wrapUp = contact &&
    contact.state.is !== 'offered' && {
      id: 'wrapUp',
      title: t({ id: 'panel.wrapUp' }),
      content: <WrapUpForm contact={contact} />,
    };
  return (
    <div className="work" style={{ '--panel': `${width}px` } as React.CSSProperties}>
      <div className="work-page">{children}</div>
      <SplitHandle
        label={t({ id: 'panel.width' })}
        width={width}
        min={320}
        max={640}
        onWidth={(panelWidth) => prefer({ panelWidth })}
      />
      <section className="work-panel" ref={panel} aria-label={t({ id: 'panel.label' })}>
        <Tabs
          label={t({ id: 'panel.label' })}
          tabs={[...tabs, ...(callback ? [callback] : []), ...(wrapUp ? [wrapUp] : [])]}
          chosen={(tab === 'wrapUp' || tab === 'callback') && !wrapUp ? 'case' : tab}
          onChoose={(id) => onTab(id as PanelTab)}
        />
      </section>
    </div>
  );
}
