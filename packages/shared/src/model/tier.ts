/** Value tiers (Peppers & Rogers): most valuable, most growable, below zero; the rest standard. */
export const tiers = ['mvc', 'mgc', 'standard', 'bz'] as const;
export type Tier = (typeof tiers)[number];
