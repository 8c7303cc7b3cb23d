import type { AdminProblemView } from '@ringside/shared/protocol/administration';
import type { AdminRefusal } from '../../../ports/administration.ts';

type Word = AdminRefusal['problem'] | 'badMessage' | 'tooManyAttempts';

const told: Readonly<Record<Word, readonly [status: number, title: string]>> = {
  badMessage: [400, 'The request can’t be understood. /api/openapi.json says what is expected.'],
  notSignedIn: [401, 'Sign in first and send the token as "Authorization: Bearer …".'],
  sessionEnded: [401, 'The session is over. Sign in again.'],
  notAllowed: [403, 'Your role does not allow this. Ask an administrator.'],
  unknown: [404, 'There is no such thing. It may have been removed meanwhile.'],
  userNameTaken: [409, 'Somebody else has this user name. Choose another.'],
  lastAdministrator: [409, 'This is the last administrator. Make somebody else one first.'],
  inUse: [409, 'It is still in use. Change what uses it first (usedBy).'],
  changedMeanwhile: [412, 'Somebody changed it meanwhile (by). Read it again and repeat the change.'],
  faults: [422, 'Nothing was changed. Mend the places named in faults.'],
  badPromptId: [422, 'The id of a prompt has 1 to 64 small letters, digits and hyphens.'],
  fileTooLarge: [413, 'The file is over 5 MB.'],
  notWav: [422, 'The file is no WAV file.'],
  unknownEncoding: [422, 'The WAV file is neither 16-bit PCM nor G.711. Save it as one of them.'],
  unknownRate: [422, 'The WAV file has an unusual sample rate. Use 8, 16, 44.1 or 48 kHz.'],
  tooManyChannels: [422, 'The WAV file has more than two channels.'],
  empty: [422, 'There is no sound in the file.'],
  tooLong: [422, 'The recording is longer than 10 minutes.'],
  noRoom: [507, 'The recording could not be written. Look at the data folder’s disk.'],
  tooManyAttempts: [429, 'Too many requests. Wait a second.'],
  internal: [500, 'Something went wrong in the gateway; its log says what. Nothing was changed.'],
};

/** A refusal as RFC 9457 writes it. */
export function problemOf(refusal: AdminRefusal | { readonly problem: Word }): AdminProblemView {
  const [status, title] = told[refusal.problem];
  const { problem, ...more } = refusal;
  return { type: 'about:blank', title, status, problem, ...more } as AdminProblemView;
}
