import type { CallId, CaseId, CustomerId, TaskId } from '@ringside/shared/model/ids';
import { useLocation, useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';

export const pages = [
  '/',
  '/search',
  '/tasks',
  '/day',
  '/cases',
  '/calls',
  '/queues',
  '/administration',
  '/settings',
  '/my-day',
  '/board',
  '/floor',
  '/reports',
  '/causes',
  '/load',
  '/compensation',
  '/rota',
  '/managers',
  '/manager',
] as const;
export type Page = (typeof pages)[number];

/** Where a feature can send the person; it knows places and no other feature. */
export interface Go {
  readonly page: (page: Page) => void;
  readonly contact: (callId: CallId) => void;
  readonly customer: (customerId: CustomerId) => void;
  readonly case: (caseId: CaseId) => void;
  /** its page, with the confirmation of what the customer told begun */
  readonly confirmInWriting: (caseId: CaseId) => void;
  /** the same page, with nothing begun */
  readonly begunIsOver: () => void;
  /** the questions of a satisfaction call */
  readonly satisfactionCall: (taskId: TaskId) => void;
  /** what befell a call, step by step */
  readonly callPath: (callId: CallId) => void;
}

const confirming = 'confirm-in-writing';

/** Whether whoever came here wants to confirm in writing what the customer told. */
export const useIsConfirming = (): boolean => useLocation({ select: ({ hash }) => hash === confirming });

export function useGo(): Go {
  const navigate = useNavigate();
  return useMemo(
    () => ({
      page: (page) => void navigate({ to: page }),
      contact: (callId) => void navigate({ to: `/contact/${callId}` }),
      customer: (customerId) => void navigate({ to: `/customer/${customerId}` }),
      case: (caseId) => void navigate({ to: `/cases/${caseId}` }),
      confirmInWriting: (caseId) => void navigate({ to: `/cases/${caseId}`, hash: confirming }),
      begunIsOver: () => void navigate({ to: '.', hash: '', replace: true }),
      satisfactionCall: (taskId) => void navigate({ to: `/satisfaction/${taskId}` }),
      callPath: (callId) => void navigate({ to: `/calls/${callId}/path` }),
    }),
    [navigate],
  );
}
