import type { AgentId, AttachmentId, CaseId, RecordingId, StationId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import type { BoardMessage } from '@ringside/shared/protocol/board';
import type { DeskFrame, Goodbye, Snapshot } from '@ringside/shared/protocol/down';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { About, SignInReply } from '@ringside/shared/protocol/sign-in';
import type { Command, Hello, Query } from '@ringside/shared/protocol/up';

/**
 * What desks ask of the gateway (driving port). Messages were parsed by the adapter; this port speaks the protocol's own
 * inferred types, so that what a desk shows is written down once (ARCHITECTURE.md, Import rules).
 */
export interface Desk {
  about(): Promise<About>;
  /** `from` is the client's address, for the limit on attempts. */
  signIn(request: {
    userName: string;
    password: string;
    from: string;
  }): Promise<Result<SignInReply, Problem>>;
  /** Ends the session of this token; the desk that came with it gets goodbye, another one of the agent goes on. An unknown token is no fault: it is signed out. */
  signOut(token: string): Promise<void>;
  /** A message that a caller left, for whoever may hear it (VM-4). `heard` is to be called when it is handed out. */
  sound(token: string, recordingId: RecordingId): Promise<Result<Sound, Problem>>;
  /** Puts a file on a case (LETTER-10). `bytes` are read to their end or, where they are not taken, given up. */
  attach(
    token: string,
    upload: CaseFileUpload,
  ): Promise<Result<{ readonly attachmentId: AttachmentId; readonly nameFits: boolean }, Problem>>;
  /** A file on a case, for whoever may read the case (LETTER-12). `opened` is to be called when it is handed out. */
  file(
    token: string,
    asked: { readonly caseId: CaseId; readonly attachmentId: AttachmentId },
  ): Promise<Result<StoredFile, Problem>>;
  /** A person's calendar (RFC 5545) by its secret; null: there is none (TASK-18). */
  calendar(token: string): Promise<string | null>;
  /** Attaches a desk. `show` gets everything it must show, first a snapshot or the events it missed. */
  open(hello: Hello, screen: Screen): Promise<Result<DeskConnection, Problem>>;
}

/** A sound file (WAV), to be read in pieces. */
export interface Sound {
  /** bytes */
  readonly size: number;
  /** the bytes from `from` to before `until` */
  read(from: number, until: number): AsyncIterable<Uint8Array>;
  heard(): void;
}

export interface CaseFileUpload {
  readonly caseId: CaseId;
  readonly name: string;
  readonly bytes: AsyncIterable<Uint8Array>;
}

export interface StoredFile {
  readonly name: string;
  readonly mediaType: string;
  /** bytes */
  readonly size: number;
  read(): AsyncIterable<Uint8Array>;
  opened(): void;
}

/** One attached page, as the gateway sees it. */
export interface Screen {
  snapshot(snapshot: Snapshot): void;
  event(frame: DeskFrame): void;
  /** The same message may be shown on many screens; it is not changed afterwards. */
  board(message: BoardMessage): void;
  /** After this the adapter closes the socket. */
  goodbye(goodbye: Goodbye): void;
}

export interface DeskConnection {
  readonly agentId: AgentId;
  readonly stationId: StationId;
  /** `commandId` makes it safe to repeat: the second time gives the first answer. The value is the command's result or null. */
  command(commandId: string, command: Command): Promise<Result<unknown, Problem>>;
  query(query: Query): Promise<Result<unknown, Problem>>;
  /** The page itself answered a ping, or has not for too long. */
  alive(answering: boolean): void;
  /** The socket is gone. */
  close(): void;
}
