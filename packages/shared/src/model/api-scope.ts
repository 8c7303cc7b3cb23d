/** What a system with a token of its own may do (SPEC CASE-25). */
export const apiScopes = ['cases:read', 'cases:write'] as const;
export type ApiScope = (typeof apiScopes)[number];
