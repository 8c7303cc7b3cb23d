import type { LetterPurpose, MergeField } from '@ringside/shared/model/letter';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

export const letterPurposeWords: Record<LetterPurpose, Message> = defineMessages({
  acknowledgement: { id: 'letters.purposeAcknowledgement' },
  answer: { id: 'letters.purposeAnswer' },
  other: { id: 'letters.purposeOther' },
});

export const mergeFieldWords: Record<MergeField, Message> = defineMessages({
  'customer.salutation': { id: 'merge.customerSalutation' },
  'customer.name': { id: 'merge.customerName' },
  'case.reference': { id: 'merge.caseReference' },
  'case.title': { id: 'merge.caseTitle' },
  'case.proposal': { id: 'merge.caseProposal' },
  'owner.name': { id: 'merge.ownerName' },
  'centre.name': { id: 'merge.centreName' },
  'clock.update': { id: 'merge.clockUpdate' },
  'clock.resolve': { id: 'merge.clockResolve' },
  'promise.what': { id: 'merge.promiseWhat' },
  'promise.due': { id: 'merge.promiseDue' },
  compensation: { id: 'merge.compensation' },
  today: { id: 'merge.today' },
});
