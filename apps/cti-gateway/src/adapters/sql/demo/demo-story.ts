import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import { asId } from '@ringside/shared/model/ids';
import type { Tier } from '@ringside/shared/model/tier';
import type { Case } from '../../../domain/case/case.ts';
import type { Change } from '../../../ports/store.ts';
import type { DemoCustomer } from './demo-company.ts';
import { agentIdOf, partIdOf } from './demo-ids.ts';

type PastCase = DemoCustomer['cases'][number];

/** What happened to a case of the demo: its history, what was given, what was asked, what is done against its cause. */
export function storyOf(
  customer: DemoCustomer,
  index: number,
  one: Case,
  { tier, now }: { readonly tier: Tier; readonly now: Instant },
): readonly Change[] {
  const past = customer.cases[index];
  if (past === undefined) throw new Error(`${customer.id} has no case ${index}`);
  const id = `${customer.id}-${index}`;
  return [
    ...historyOf(id, past, one, now),
    ...compensationsOf(id, past, one, { tier, now }),
    ...checkOf(id, past, one, now),
    ...measureOf(id, past, one, now),
    ...letterOf(id, past, customer, { one, now }),
  ];
}

function historyOf(id: string, past: PastCase, one: Case, now: Instant): readonly Change[] {
  const opened = {
    daysAgo: past.openedDays,
    who: past.owner,
    what: 'opened',
    note: null,
    text: one.reference,
  } as const;
  return [opened, ...past.story].map(({ daysAgo, who, what, note, text }, nth) => ({
    put: 'caseEntry',
    entry: {
      entryId: partIdOf(id, 'caseEntry', nth),
      caseId: one.caseId,
      at: now - days(daysAgo),
      who: who === 'gateway' ? null : agentIdOf(who),
      what,
      text,
      note,
      changes: [],
    },
  }));
}

function compensationsOf(
  id: string,
  past: PastCase,
  one: Case,
  { tier, now }: { readonly tier: Tier; readonly now: Instant },
): readonly Change[] {
  return past.compensation.map(({ kind, amount, state, by, decidedBy, daysAgo, reason }, nth) => {
    const askedAt = now - days(daysAgo);
    const isDecided = state !== 'asked';
    return {
      put: 'compensation',
      compensation: {
        compensationId: partIdOf(id, 'compensation', nth),
        caseId: one.caseId,
        customerId: one.customerId,
        kind,
        amount: amount * 100,
        category: one.category,
        tier,
        causeId: one.cause?.causeId ?? null,
        state,
        reason,
        evidence: '',
        askedBy: agentIdOf(by),
        grade: 'agent',
        askedAt,
        decideBy: decidedBy === null && isDecided ? null : askedAt + days(1),
        endorsedBy: null,
        decidedBy: decidedBy === null ? null : agentIdOf(decidedBy),
        decidedAt: isDecided ? askedAt : null,
        decision: '',
        doneAt: state === 'done' ? askedAt : null,
        version: 1,
      },
    };
  });
}

function checkOf(id: string, { check }: PastCase, one: Case, now: Instant): readonly Change[] {
  if (check === null) return [];
  const at = now - days(check.daysAgo);
  return [
    {
      put: 'satisfactionCheck',
      check: {
        checkId: partIdOf(id, 'check', 0),
        caseId: one.caseId,
        taskId: null,
        from: at - days(2),
        until: at + days(3),
        attemptsAllowed: 3,
        attempts: [{ at, by: agentIdOf(check.by), callId: null, note: '' }],
        answers: check.answers,
        comment: check.comment,
        outcome: check.outcome,
        endedAt: at,
        version: 1,
      },
    },
  ];
}

function measureOf(id: string, { measure, cause }: PastCase, one: Case, now: Instant): readonly Change[] {
  if (measure === null || cause === null) return [];
  const doneAt = measure.doneDays === null ? null : now - days(measure.doneDays);
  return [
    {
      put: 'prevention',
      prevention: {
        preventionId: partIdOf(id, 'prevention', 0),
        causeId: asId(cause),
        caseId: one.caseId,
        what: measure.what,
        ownerId: agentIdOf(measure.owner),
        dueAt: now + days(measure.dueDays),
        madeBy: agentIdOf(measure.owner),
        madeAt: one.openedAt,
        taskId: null,
        doneAt,
        verifyAt: doneAt === null ? null : doneAt + days(30),
        verdict: null,
        effect: null,
        note: '',
        version: 1,
      },
    },
  ];
}

function letterOf(
  id: string,
  { letter }: PastCase,
  { name, address, language }: DemoCustomer,
  { one, now }: { readonly one: Case; readonly now: Instant },
): readonly Change[] {
  if (letter === null) return [];
  const at = now - days(letter.daysAgo);
  return [
    {
      put: 'letter',
      letter: {
        letterId: partIdOf(id, 'letter', 0),
        caseId: one.caseId,
        template: null,
        purpose: 'acknowledgement',
        language,
        channel: 'print',
        to: `${name.written}\n${address}`,
        subject: letter.subject,
        body: letter.body,
        attachmentIds: [],
        state: 'printed',
        writtenBy: agentIdOf(letter.by),
        writtenAt: at,
        queuedAt: null,
        sentAt: at,
        attempts: 0,
        nextAttemptAt: null,
        trouble: null,
        version: 1,
      },
    },
  ];
}
