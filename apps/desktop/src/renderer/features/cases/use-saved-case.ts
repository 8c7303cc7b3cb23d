import type { CallId, CaseId } from '@ringside/shared/model/ids';
import { caseFile } from '@ringside/shared/protocol/case';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useDesk } from '../../desk.ts';

export interface Saved {
  readonly caseId: CaseId;
  readonly reference: string;
  /** false: it was there, and something was added to it */
  readonly isNew: boolean;
}

/**
 * The case last saved in this call, also after a reload: the contact knows it and its file has the reference.
 * A complaint that is being typed comes before it.
 */
export function useSavedCase(callId: CallId | null, isTyping: boolean) {
  const [justSaved, setSaved] = useState<Saved | null>(null);
  const [putAway, setPutAway] = useState<CaseId | null>(null);
  const ofCall = useDesk(({ desk }) =>
    callId === null ? null : (desk?.contacts.find((c) => c.callId === callId)?.caseIds.at(-1) ?? null),
  );
  const caseId = justSaved || isTyping || ofCall === putAway ? null : ofCall;
  const { value } = useAnswer(caseId && { ask: 'case.file', caseId }, caseFile);
  const saved = justSaved ?? (caseId && value && { caseId, reference: value.case.reference, isNew: true });
  const another = () => {
    setPutAway(saved?.caseId ?? null);
    setSaved(null);
  };
  return { saved, setSaved, another };
}
