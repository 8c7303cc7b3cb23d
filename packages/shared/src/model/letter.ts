export const letterChannels = ['email', 'print'] as const;
export type LetterChannel = (typeof letterChannels)[number];

/**
 *   draft ─send─▶ queued ◀─not now─┐
 *     │             └─handed over─▶ sending ─accepted─▶ sent
 *     │                               ├─refused for good, or for too long─▶ failed ─send again─▶ queued
 *     │                               └─nobody knows─▶ unsure ─send again─▶ queued, ─it arrived─▶ sent
 *     ├─print─▶ printed
 *     └─discard (also what failed or is unsure)─▶ discarded
 */
export const letterStates = [
  'draft',
  'queued',
  'sending',
  'sent',
  'unsure',
  'failed',
  'printed',
  'discarded',
] as const;
export type LetterState = (typeof letterStates)[number];

/** What a letter does to its case once the customer has it. */
export const letterPurposes = ['acknowledgement', 'answer', 'other'] as const;
export type LetterPurpose = (typeof letterPurposes)[number];

/** What may be done to a letter in a state; the buttons and the guard read the same table. */
export const letterActs = ['change', 'send', 'print', 'retry', 'arrived', 'discard'] as const;
export type LetterAct = (typeof letterActs)[number];

const actsIn: Readonly<Record<LetterState, readonly LetterAct[]>> = {
  draft: ['change', 'send', 'print', 'discard'],
  queued: ['discard'],
  sending: [],
  sent: [],
  unsure: ['retry', 'arrived', 'discard'],
  failed: ['retry', 'discard'],
  printed: [],
  discarded: [],
};

export const mayDoToLetter = (state: LetterState, act: LetterAct): boolean => actsIn[state].includes(act);

/** What can be filled into a template from a case (LETTER-1). */
export const mergeFields = [
  'customer.salutation',
  'customer.name',
  'case.reference',
  'case.title',
  'case.proposal',
  'owner.name',
  'centre.name',
  'clock.update',
  'clock.resolve',
  'promise.what',
  'promise.due',
  'compensation',
  'today',
] as const;
export type MergeField = (typeof mergeFields)[number];
export const isMergeField = (name: string): name is MergeField =>
  (mergeFields as readonly string[]).includes(name);

export const longestLetter = { to: 500, subject: 200, body: 20_000, attachments: 20 } as const;
export const attachmentLimits = { bytes: 20 * 1024 * 1024, perCase: 50, nameLength: 200 } as const;
