import type { AgentId, CallId } from '@ringside/shared/model/ids';
import { create } from 'zustand';

/** A call as the question about it names it. */
export interface CallerOf {
  readonly callId: CallId;
  /** name or number; "" withheld */
  readonly who: string;
  readonly agentName: string;
}

/** Somebody on the floor. */
export interface Person {
  readonly id: AgentId;
  readonly name: string;
}

/** What somebody in charge is about to do and is asked about first. */
export type Acting =
  | ({ readonly act: 'barge'; readonly isIn: boolean } & CallerOf)
  | ({ readonly act: 'takeOver' } & CallerOf)
  | { readonly act: 'move' | 'prioritise'; readonly callId: CallId; readonly who: string }
  | {
      readonly act: 'sendTo';
      readonly callId: CallId;
      readonly who: string;
      readonly people: readonly Person[];
    }
  | { readonly act: 'setPresence'; readonly agentId: AgentId; readonly name: string }
  | { readonly act: 'signOut'; readonly agentId: AgentId; readonly name: string };

export const useActing = create<{ readonly acting: Acting | null }>(() => ({ acting: null }));
export const askToAct = (acting: Acting): void => useActing.setState({ acting });
export const doneActing = (): void => useActing.setState({ acting: null });
