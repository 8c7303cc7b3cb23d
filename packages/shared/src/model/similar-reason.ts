/** Why an earlier case may be the same matter (SPEC CASE-23). */
export const similarReasons = ['category', 'product', 'text', 'area'] as const;
export type SimilarReason = (typeof similarReasons)[number];
