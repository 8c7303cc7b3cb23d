import type { CaseChannel } from '@ringside/shared/model/case-stage';

/** Who is on the line or at the desk hears that their case has been received; others are still to be told (CASE-20). */
const toldAtOnce: readonly CaseChannel[] = ['call', 'visit', 'chat'];

export const isToldAtOnce = (channel: CaseChannel): boolean => toldAtOnce.includes(channel);
