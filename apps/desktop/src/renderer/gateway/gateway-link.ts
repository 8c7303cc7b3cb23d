import type { AttachmentId, CaseId, RecordingId } from '@ringside/shared/model/ids';
import type { BoardMessage } from '@ringside/shared/protocol/board';
import type { DeskFrame, Goodbye, Reply, Snapshot } from '@ringside/shared/protocol/down';
import type { AttachmentAdded } from '@ringside/shared/protocol/letters';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { About, SignInReply } from '@ringside/shared/protocol/sign-in';
import type { Command, Query } from '@ringside/shared/protocol/up';
import type { AdminAsk, AdminReply } from './administer.ts';

/**
 * The renderer's only way to the gateway; features see this interface and never the socket. Every command gets an id and
 * is repeated with it after a reconnect until it is acknowledged, so a press during a network change is not lost.
 */
export interface GatewayLink {
  about(): Promise<About>;
  signIn(userName: string, password: string): Promise<Reply<SignInReply>>;
  /** Opens the desk with the kept token; false when there is none. */
  open(takeOver: boolean, hear: LinkListener): boolean;
  command(command: Command): Promise<Reply<unknown>>;
  /** The value is typed by the caller's schema choice; a reply that does not match it is a problem 'badMessage'. */
  query<Value>(query: Query, schema: { parse(value: unknown): Value }): Promise<Reply<Value>>;
  /** The live floor, until the returned function is called; after every gap in the connection everything anew. */
  watchBoard(hear: (message: BoardMessage) => void): () => void;
  /** What administrators ask, over HTTP with the desk's token. */
  administer(asked: AdminAsk): Promise<AdminReply>;
  /** What a caller said to the voicemail, as a WAV file. */
  sound(recordingId: RecordingId): Promise<Reply<Blob>>;
  /** Puts a file on a case. */
  attach(caseId: CaseId, file: File): Promise<Reply<AttachmentAdded>>;
  file(caseId: CaseId, attachmentId: AttachmentId): Promise<Reply<Blob>>;
  /** Forgets the token and closes the socket. */
  signOut(): Promise<void>;
  /** Leaves the agent's other desk as it is: a token that this page signed in for ends, one that a tab was copied with lives on there. */
  stayAway(): Promise<void>;
}

export interface LinkListener {
  state(state: LinkState): void;
  snapshot(snapshot: Snapshot): void;
  event(frame: DeskFrame): void;
  goodbye(goodbye: Goodbye): void;
  refused(problem: Problem): void;
}

export type LinkState = 'connecting' | 'up' | 'lost';
