/**
 * How the work after a call is done (SPEC WRAP): `none` has none; `optional` lasts until the agent is done and nothing
 * need be recorded; `timedOptional` ends by itself; `mandatory` lasts until a disposition is chosen; `mandatoryTimed`
 * ends at the limit at the latest and can't be extended.
 */
export const wrapUpModes = ['none', 'optional', 'timedOptional', 'mandatory', 'mandatoryTimed'] as const;
export type WrapUpMode = (typeof wrapUpModes)[number];
