import type { LetterId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Deadline } from '../../ports/store.ts';

/** A letter is to be handed to the mail server. */
export interface LetterDeadline {
  readonly look: 'letter';
  readonly letterId: LetterId;
}

export const letterKey = (letterId: LetterId): string => `letter ${letterId}`;

export const letterDeadline = (letterId: LetterId, at: Instant): Deadline => ({
  key: letterKey(letterId),
  at,
  body: { look: 'letter', letterId } satisfies LetterDeadline,
});
