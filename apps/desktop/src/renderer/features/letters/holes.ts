import type { MergeField } from '@ringside/shared/model/letter';
import { isMergeField } from '@ringside/shared/model/letter';

/** Fields whose places in a letter are still marked, each once. */
export const holesIn = (text: string): readonly MergeField[] => [
  ...new Set([...text.matchAll(/⟦([^⟧]*)⟧/gu)].map(([, field]) => field ?? '').filter(isMergeField)),
];
