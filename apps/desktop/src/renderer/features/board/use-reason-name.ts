import type { SystemReason } from '@ringside/shared/model/presence';
import { systemReasons } from '@ringside/shared/model/presence';
import { useCallback } from 'react';
import { useReference } from '../../reference.ts';
import { systemReasonWords } from '../../wording/words-of-the-model.ts';
import { nameOf, useWords } from '../../wording/words.ts';

const isSystem = (reason: string): reason is SystemReason => systemReasons.some((known) => known === reason);

/** What a Not ready reason is called, the gateway's own ones included. */
export function useReasonName(): (reason: string) => string {
  const { t, language } = useWords();
  const { notReadyReasons } = useReference();
  return useCallback(
    (reason) =>
      isSystem(reason)
        ? t(systemReasonWords[reason])
        : nameOf(notReadyReasons, (item) => item.reason === reason, reason, language),
    [t, language, notReadyReasons],
  );
}
