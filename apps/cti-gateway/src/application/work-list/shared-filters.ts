import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { SavedFilter } from '@ringside/shared/protocol/work-list';
import type { Parts } from '../parts.ts';

/** Filters that everybody has stand where a person's own settings do, under a name that no person's id has. */
const everybody: AgentId = asId('*');
const about = 'sharedFilters';
const most = 50;

/** WORK-10: what those in charge named for everybody. */
export async function sharedFilters({ store }: Parts): Promise<SavedFilter[]> {
  const text = await store.deskSetting(everybody, about);
  // each was parsed when it was shared; desks parse what they are told
  return text === null ? [] : (JSON.parse(text) as SavedFilter[]);
}

export const shareFilter = (parts: Parts, saved: SavedFilter): Promise<void> =>
  change(parts, (all) => [...all.filter(({ name }) => name !== saved.name), saved].slice(-most));

export const unshareFilter = (parts: Parts, name: string): Promise<void> =>
  change(parts, (all) => all.filter((one) => one.name !== name));

/** One after the other: they stand in one row, and the second of two at once would take the first away. */
const change = (parts: Parts, to: (all: readonly SavedFilter[]) => SavedFilter[]): Promise<void> =>
  parts.inTurn('shared filters', async () => {
    const text = JSON.stringify(to(await sharedFilters(parts)));
    await parts.journal.write({ changes: [{ put: 'deskSetting', agentId: everybody, about, text }] });
    parts.desks.showAll({ what: 'workMoved' });
  });
