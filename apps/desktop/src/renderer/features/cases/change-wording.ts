import type { Reference } from '@ringside/shared/protocol/reference';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import {
  caseChannelWords,
  caseTypeWords,
  feelingWords,
  impactWords,
  severityWords,
  urgencyWords,
} from '../../wording/words-of-the-model.ts';
import { compensationText } from '../../wording/compensation-wording.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf } from '../../wording/words.ts';

/** What the fields of a case are called in its history. */
const fieldWords: Readonly<Record<string, Message>> = defineMessages({
  type: { id: 'case.type' },
  stage: { id: 'case.stage' },
  title: { id: 'case.title' },
  whatHappened: { id: 'case.whatHappened' },
  category: { id: 'case.category' },
  severity: { id: 'case.severity' },
  impact: { id: 'case.impact' },
  urgency: { id: 'case.urgency' },
  legal: { id: 'case.legalShort' },
  product: { id: 'case.product' },
  servicePointId: { id: 'case.servicePoint' },
  contractId: { id: 'case.contract' },
  remedyWanted: { id: 'case.remedyWanted' },
  feeling: { id: 'case.feeling' },
  apologyGiven: { id: 'case.apology' },
  explanation: { id: 'case.explanation' },
  commitment: { id: 'case.commitment' },
  ownerId: { id: 'case.owner' },
  familyId: { id: 'case.team' },
  answer: { id: 'case.answer' },
  cause: { id: 'case.cause' },
  compensation: { id: 'compensation.title' },
});

export const fieldName = (field: string, { t }: Words): string => {
  const word = fieldWords[field];
  return word ? t(word) : field;
};

const enumWords: Readonly<Record<string, Readonly<Record<string, Message>>>> = {
  type: caseTypeWords,
  severity: severityWords,
  impact: impactWords,
  urgency: urgencyWords,
  feeling: feelingWords,
  channel: caseChannelWords,
};

/** A value of such a field as people say it; what is empty or known to nobody is ''. */
export function valueWords(field: string, value: unknown, reference: Reference, words: Words): string {
  const { t, language } = words;
  if (value === null || value === undefined || value === '') return '';
  if (typeof value === 'boolean') return value ? t({ id: 'common.yes' }) : t({ id: 'common.no' });
  const said = typeof value === 'string' ? value : '';
  const word = enumWords[field]?.[said];
  if (word) return t(word);
  switch (field) {
    case 'category':
      return nameOf(reference.categories, (item) => item.category === said, said, language);
    case 'servicePointId':
      return nameOf(reference.servicePoints, (item) => item.servicePointId === said, said, language);
    case 'contractId':
      return nameOf(reference.contracts, (item) => item.contractId === said, said, language);
    case 'familyId':
      return nameOf(reference.families, (item) => item.familyId === said, said, language);
    case 'stage':
      return nameOf(
        reference.workflows.flatMap(({ stages }) => stages),
        (item) => item.stage === said,
        said,
        language,
      );
    case 'product':
      return textAt(value, 'name');
    case 'answer':
      return textAt(value, 'proposal');
    case 'cause': {
      const causeId = textAt(value, 'causeId');
      return nameOf(reference.causes, (item) => item.causeId === causeId, causeId, language);
    }
    case 'compensation':
      return compensationText(value, reference.currency, words);
    default:
      return said;
  }
}

function textAt(value: unknown, key: string): string {
  const found = (value as Readonly<Record<string, unknown>>)[key];
  return typeof found === 'string' ? found : '';
}
