export const letterChannels = ['email', 'print'] as const;
export type LetterChannel = (typeof letterChannels)[number];

/**
 *   draft ─send─▶ queued ─accepted by the mail server─▶ sent
 *     │             └─refused for good─▶ failed ─send again─▶ queued
 *     └─print─▶ printed
 */
export const letterStates = ['draft', 'queued', 'sent', 'failed', 'printed'] as const;
export type LetterState = (typeof letterStates)[number];
