import type { ClockKind, ClockStanding, EscalationStep } from '@ringside/shared/model/case-clock';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

export const clockKindWords: Record<ClockKind, Message> = defineMessages({
  acknowledge: { id: 'clockKind.acknowledge' },
  update: { id: 'clockKind.update' },
  resolve: { id: 'clockKind.resolve' },
  statutory: { id: 'clockKind.statutory' },
});

export const clockStandingWords: Record<ClockStanding, Message> = defineMessages({
  running: { id: 'clockStanding.running' },
  warned: { id: 'clockStanding.warned' },
  breached: { id: 'clockStanding.breached' },
  paused: { id: 'clockStanding.paused' },
  met: { id: 'clockStanding.met' },
  metLate: { id: 'clockStanding.metLate' },
  stopped: { id: 'clockStanding.stopped' },
});

export const escalationStepWords: Record<EscalationStep, Message> = defineMessages({
  owner: { id: 'escalationStep.owner' },
  supervisor: { id: 'escalationStep.supervisor' },
  dutyManager: { id: 'escalationStep.dutyManager' },
});
