import type { BoardMessage } from '@ringside/shared/protocol/board';
import type { DeskEvent, DeskFrame, Goodbye, Snapshot } from '@ringside/shared/protocol/down';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { Screen } from '../ports/desk.ts';

export interface FakeScreen extends Screen {
  readonly snapshots: readonly Snapshot[];
  readonly frames: readonly DeskFrame[];
  readonly boards: readonly BoardMessage[];
  readonly goodbyes: readonly Goodbye['why'][];
  /** events of one kind, oldest first */
  of<What extends DeskEvent['what']>(what: What): readonly Extract<DeskEvent, { what: What }>[];
  lastContact(): ContactView;
  lastSnapshot(): Snapshot;
}

/** A desk that remembers what it was shown. */
export function createFakeScreen(): FakeScreen {
  const snapshots: Snapshot[] = [];
  const frames: DeskFrame[] = [];
  const boards: BoardMessage[] = [];
  const goodbyes: Goodbye['why'][] = [];
  const of = <What extends DeskEvent['what']>(what: What) =>
    frames
      .map(({ event }) => event)
      .filter((event): event is Extract<DeskEvent, { what: What }> => event.what === what);
  return {
    snapshots,
    frames,
    goodbyes,
    boards,
    of,
    lastContact: () => {
      const last = of('contact').at(-1);
      if (!last) throw new Error('No contact was shown');
      return last.contact;
    },
    lastSnapshot: () => {
      const last = snapshots.at(-1);
      if (!last) throw new Error('No snapshot was shown');
      return last;
    },
    snapshot: (snapshot) => void snapshots.push(snapshot),
    board: (message) => void boards.push(message),
    event: (frame) => void frames.push(frame),
    goodbye: ({ why }) => void goodbyes.push(why),
  };
}
