import type { ClockKind } from '@ringside/shared/model/case-clock';
import { clockKinds } from '@ringside/shared/model/case-clock';
import type { CaseEntryView, CaseView } from '@ringside/shared/protocol/case';
import type { Reference } from '@ringside/shared/protocol/reference';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';
import { stageName } from '../reference.ts';
import { clockKindWords, escalationStepWords } from './clock-wording.ts';
import { compensationText } from './compensation-wording.ts';
import { dayAndTime } from './time-wording.ts';
import {
  caseChannelWords,
  caseTypeWords,
  feelingWords,
  impactWords,
  severityWords,
  urgencyWords,
} from './words-of-the-model.ts';
import type { Words } from './words.ts';
import { nameOf } from './words.ts';

type Change = CaseEntryView['changes'][number];

const fieldWords: Readonly<Record<string, Message>> = defineMessages({
  type: { id: 'caseField.type' },
  stage: { id: 'caseField.stage' },
  title: { id: 'caseField.title' },
  whatHappened: { id: 'caseField.whatHappened' },
  category: { id: 'caseField.category' },
  severity: { id: 'caseField.severity' },
  impact: { id: 'caseField.impact' },
  urgency: { id: 'caseField.urgency' },
  legal: { id: 'caseField.legal' },
  product: { id: 'caseField.product' },
  servicePointId: { id: 'caseField.servicePoint' },
  contractId: { id: 'caseField.contract' },
  remedyWanted: { id: 'caseField.remedyWanted' },
  feeling: { id: 'caseField.feeling' },
  apologyGiven: { id: 'caseField.apologyGiven' },
  explanation: { id: 'caseField.explanation' },
  commitment: { id: 'caseField.commitment' },
  ownerId: { id: 'caseField.owner' },
  familyId: { id: 'caseField.team' },
  acknowledgedAt: { id: 'caseField.acknowledged' },
  assessedAt: { id: 'caseField.assessed' },
  answer: { id: 'caseField.answer' },
  cause: { id: 'caseField.cause' },
  compensation: { id: 'compensation.title' },
  preventionNeeded: { id: 'caseField.preventionNeeded' },
  satisfaction: { id: 'caseField.satisfaction' },
  tells: { id: 'caseField.tells' },
});

interface Around {
  readonly type: CaseView['type'];
  readonly reference: Reference;
  readonly now: number;
}

interface ChangeInWords {
  readonly field: string;
  /** null: what it was before says nothing, as where a deadline is told and did not move */
  readonly from: string | null;
  readonly to: string;
}

/** One field of a case that changed, in words: from what to what. A field this desk doesn't know is shown as it came. */
export function caseChange({ field, from, to }: Change, around: Around, words: Words): ChangeInWords {
  const clock = clockKinds.find((kind) => field === `clock.${kind}`);
  if (clock !== undefined) return clockChange(clock, from, to, around.now, words);
  const word = fieldWords[field];
  return {
    field: word === undefined ? field : words.t(word),
    from:
      field === 'tells' ? null : valueText(field, from, around, words) || words.t({ id: 'workflow.nothing' }),
    to: valueText(field, to, around, words) || words.t({ id: 'workflow.nothing' }),
  };
}

/** When a clock was due, and when it is now (CLOCK-15). */
function clockChange(clock: ClockKind, from: unknown, to: unknown, now: number, words: Words): ChangeInWords {
  const when = (at: unknown): string =>
    typeof at === 'number' ? dayAndTime(at, now, words) : words.t({ id: 'workflow.nothing' });
  return { field: words.t(clockKindWords[clock]), from: from === to ? null : when(from), to: when(to) };
}

/** A value of a case's field as people say it; what is empty is ''. */
export function valueText(field: string, value: unknown, around: Around, words: Words): string {
  const { t } = words;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? t({ id: 'common.yes' }) : t({ id: 'common.no' });
  if (field === 'acknowledgedAt' || field === 'assessedAt')
    return dayAndTime(Number(value), around.now, words);
  if (field === 'compensation') return compensationText(value, around.reference.currency, words);
  if (typeof value === 'object') return textIn(value, around.reference, words);
  return typeof value === 'string' ? nameText(field, value, around, words) : JSON.stringify(value);
}

/** A product's or a cause's name, or what a person wrote for an answer. */
function textIn(value: object, { causes }: Reference, { language }: Words): string {
  const { name, proposal, note, causeId } = value as Partial<Record<string, string>>;
  if (causeId !== undefined) return nameOf(causes, (one) => one.causeId === causeId, causeId, language);
  return name ?? proposal ?? note ?? '';
}

const outcomeWords: Readonly<Record<string, Message>> = defineMessages({
  satisfied: { id: 'satisfaction.satisfied' },
  notSatisfied: { id: 'satisfaction.notSatisfied' },
  notReached: { id: 'satisfaction.notReached' },
  withdrawn: { id: 'satisfaction.withdrawn' },
});

/** How asking whether the customer is satisfied ended. */
export function checkOutcome(outcome: string, { t }: Words): string {
  const word = outcomeWords[outcome];
  return word === undefined ? outcome : t(word);
}

const wordsOf: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  type: caseTypeWords,
  severity: severityWords,
  impact: impactWords,
  urgency: urgencyWords,
  feeling: feelingWords,
  channel: caseChannelWords,
  satisfaction: outcomeWords,
  tells: escalationStepWords,
};

function nameText(field: string, value: string, { type, reference }: Around, words: Words): string {
  const { t, language } = words;
  const word = wordsOf[field]?.[value];
  if (word !== undefined) return t(word);
  switch (field) {
    case 'stage':
      return stageName({ type, stage: value }, reference, words);
    case 'category':
      return nameOf(reference.categories, (one) => one.category === value, value, language);
    case 'servicePointId':
      return nameOf(reference.servicePoints, (one) => one.servicePointId === value, value, language);
    case 'contractId':
      return nameOf(reference.contracts, (one) => one.contractId === value, value, language);
    case 'familyId':
      return nameOf(reference.families, (one) => one.familyId === value, value, language);
    default:
      return value;
  }
}
