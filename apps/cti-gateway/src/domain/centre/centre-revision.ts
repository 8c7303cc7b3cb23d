import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { CentreDocument } from './centre-document.ts';

/** How a revision came about. */
export const revisionOrigins = ['file', 'edit', 'import', 'undo', 'emergency'] as const;
export type RevisionOrigin = (typeof revisionOrigins)[number];

/** One state the centre was put into (SPEC ADMIN-1). */
export interface CentreRevision {
  /** from 1, without a gap */
  readonly revision: number;
  readonly at: Instant;
  /** null: the configuration file or a command of the operator's */
  readonly who: AgentId | null;
  readonly origin: RevisionOrigin;
  /** why, in the words of who did it; "" where they gave none */
  readonly comment: string;
  readonly document: CentreDocument;
  /** digest of the configuration file's centre that was taken last, so that an unchanged file never undoes an edit */
  readonly fileDigest: string | null;
}
