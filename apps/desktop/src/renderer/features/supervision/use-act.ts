import type { Command } from '@ringside/shared/protocol/up';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { doneActing } from './acting.ts';

/** Does what was asked about, and closes the question; a refusal is said, and the question stays. */
export function useAct(): { readonly act: (command: Command) => Promise<void>; readonly isActing: boolean } {
  const tell = useCommand();
  const [isActing, setActing] = useState(false);
  const act = async (command: Command): Promise<void> => {
    setActing(true);
    const reply = await tell(command);
    setActing(false);
    if (reply.ok) doneActing();
  };
  return { act, isActing };
}
