/** The formulas of a service level (metrics.md); SL-4, without short abandons, is the default. */
export const serviceLevelFormulas = ['SL-1', 'SL-2', 'SL-3', 'SL-4', 'SL-5', 'SL-6', 'SL-7'] as const;
export type ServiceLevelFormula = (typeof serviceLevelFormulas)[number];
