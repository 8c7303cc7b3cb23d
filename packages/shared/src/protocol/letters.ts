import { z } from 'zod';
import { letterChannels, letterPurposes, letterStates, longestLetter, mergeFields } from '../model/letter.ts';
import { id, instant, language } from './values.ts';

const letterInput = z.object({
  template: z.string().max(64).nullable(),
  language,
  channel: z.enum(letterChannels),
  to: z.string().max(longestLetter.to),
  subject: z.string().max(longestLetter.subject),
  body: z.string().max(longestLetter.body),
  attachmentIds: z.array(id<'attachment'>()).max(longestLetter.attachments),
});
export type LetterInput = z.infer<typeof letterInput>;

const version = z.number().int().positive();
const of = { letterId: id<'letter'>(), version };

/** Letters, e-mails and files on a case (SPEC LETTER). */
export const letterCommands = [
  /** writes a new draft, or over the one that is named. Result: { letterId, version } */
  z.object({
    do: z.literal('letter.draft'),
    caseId: id<'case'>(),
    over: z.object(of).nullable(),
    letter: letterInput,
  }),
  z.object({ do: z.literal('letter.send'), ...of }),
  /** it is printed and goes out by post */
  z.object({ do: z.literal('letter.print'), ...of }),
  z.object({ do: z.literal('letter.retry'), ...of }),
  /** somebody knows that a letter of which nobody was sure has arrived */
  z.object({ do: z.literal('letter.arrived'), ...of }),
  z.object({ do: z.literal('letter.discard'), ...of }),
  z.object({ do: z.literal('letter.removeFile'), attachmentId: id<'attachment'>(), version }),
] as const;

export const letterQueries = [
  /** a template filled in from the case → letterPreview */
  z.object({
    ask: z.literal('letter.preview'),
    caseId: id<'case'>(),
    template: z.string().min(1).max(64),
    language,
  }),
  /** → lettersOfCase */
  z.object({ ask: z.literal('letter.ofCase'), caseId: id<'case'>() }),
  /** → filesOfCase */
  z.object({ ask: z.literal('letter.files'), caseId: id<'case'>() }),
] as const;

export const letterPreview = z.object({
  subject: z.string(),
  body: z.string(),
  /** fields without a value: their places are marked in the text */
  missing: z.array(z.enum(mergeFields)),
});
export type LetterPreview = z.infer<typeof letterPreview>;

export const letterView = letterInput.extend({
  letterId: id<'letter'>(),
  purpose: z.enum(letterPurposes),
  state: z.enum(letterStates),
  writtenByName: z.string(),
  writtenAt: instant,
  sentAt: instant.nullable(),
  attempts: z.number().int(),
  nextAttemptAt: instant.nullable(),
  /** what the mail server said last */
  trouble: z.string().nullable(),
  version: z.number().int(),
});
export type LetterView = z.infer<typeof letterView>;

export const lettersOfCase = z.object({
  letters: z.array(letterView),
  /** whether this case takes letters now, of whoever asks */
  mayWrite: z.boolean(),
  /** whether a mail server is set up */
  mailReady: z.boolean(),
  /** who a new letter goes to */
  customer: z.object({ name: z.string(), language, email: z.string(), address: z.string() }).nullable(),
});
export type LettersOfCase = z.infer<typeof lettersOfCase>;

export const attachmentView = z.object({
  attachmentId: id<'attachment'>(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.number().int(),
  /** whether its name says what its content is */
  nameFits: z.boolean(),
  addedByName: z.string(),
  addedAt: instant,
  removedByName: z.string().nullable(),
  removedAt: instant.nullable(),
  version: z.number().int(),
});
export type AttachmentView = z.infer<typeof attachmentView>;

export const filesOfCase = z.object({
  files: z.array(attachmentView),
  mayAttach: z.boolean(),
  /** bytes, and files on one case */
  limits: z.object({ bytes: z.number().int(), perCase: z.number().int() }),
});
export type FilesOfCase = z.infer<typeof filesOfCase>;

/** The answer to POST /api/cases/:caseId/attachments. */
export const attachmentAdded = z.object({ attachmentId: id<'attachment'>(), nameFits: z.boolean() });
export type AttachmentAdded = z.infer<typeof attachmentAdded>;
