import type { Goodbye } from '@ringside/shared/protocol/down';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';

const farewells: Record<Goodbye['why'], Message> = defineMessages({
  takenOver: { id: 'goodbye.takenOver' },
  signedOut: { id: 'goodbye.signedOut' },
  sessionEnded: { id: 'problem.sessionEnded' },
  draining: { id: 'goodbye.draining' },
  protocolMismatch: { id: 'problem.protocolMismatch' },
});

/** Why the desk was left, for the sign-in page. */
export const farewell = (why: Goodbye['why'] | ProblemWord): Message =>
  why in farewells ? farewells[why as Goodbye['why']] : problemWords[why as ProblemWord];
