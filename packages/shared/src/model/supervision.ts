/** How a supervisor is in a call: hears it, speaks to the agent alone, or speaks to both (SPEC SUP). */
export const supervisionModes = ['listen', 'whisper', 'barge'] as const;
export type SupervisionMode = (typeof supervisionModes)[number];
