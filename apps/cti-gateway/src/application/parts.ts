import type { Centre } from '../domain/centre/centre.ts';
import type { CalendarReader } from '../ports/calendar-reader.ts';
import type { CentreReader } from '../ports/centre-reader.ts';
import type { Clock } from '../ports/clock.ts';
import type { IdSource } from '../ports/id-source.ts';
import type { Log } from '../ports/log.ts';
import type { Numbering } from '../ports/numbering.ts';
import type { Prompts } from '../ports/prompts.ts';
import type { Secrets } from '../ports/secrets.ts';
import type { Attachments } from '../ports/attachments.ts';
import type { Mail } from '../ports/mail.ts';
import type { Recordings } from '../ports/recordings.ts';
import type { Store } from '../ports/store.ts';
import type { Switch } from '../ports/switch.ts';
import type { ControlRoom } from './board/control-room.ts';
import type { DayBook } from './board/day-book.ts';
import type { Asking } from './ask-switch.ts';
import type { Counters } from './counters.ts';
import type { DeskDemo, Desks } from './desks.ts';
import type { Floor } from './floor.ts';
import type { Journal } from './journal.ts';
import type { Deadlines } from './keep-deadlines.ts';
import type { InTurn } from './one-at-a-time.ts';
import type { Outbox } from './outgoing-mail/outbox.ts';
import type { Settings } from './settings.ts';
import type { LiveCall } from './floor.ts';
import type { DutyRequests } from './duty/duty-requests.ts';
import type { DutyWatch } from './rota/keep-duty.ts';
import type { RotaBook } from './rota/rota-book.ts';
import type { Clocks } from './clocks/keep-clocks.ts';
import type { Ranks } from './work-list/keep-ranks.ts';
import type { WaitingMemory } from './waiting-memory.ts';

/** What use cases work with: the ports, and the gateway's own state between them. Put together in compose.ts. */
export interface Parts {
  readonly settings: Settings;
  /** as it stands now: an administrator may change it at any time, so ask for it where it is used and never keep it */
  readonly centre: Centre;
  /** From now on `centre` is this one. Use cases call `changeCentre`, which tells everybody it concerns. */
  readonly useCentre: (centre: Centre) => void;
  /** number of the revision that `centre` is; 0 where it was never kept */
  readonly inForce: { revision: number };
  readonly store: Store;
  readonly telephony: Switch;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly numbering: Numbering;
  readonly secrets: Secrets;
  readonly centreReader: CentreReader;
  readonly prompts: Prompts;
  /** stems of the sounds that came with Ringside; own recordings are the centre's prompts */
  readonly sounds: ReadonlySet<string>;
  readonly demo: DeskDemo | null;
  readonly floor: Floor;
  readonly journal: Journal;
  readonly asking: Asking;
  readonly desks: Desks;
  readonly day: DayBook;
  readonly controlRoom: ControlRoom;
  readonly deadlines: Deadlines;
  readonly counters: Counters;
  readonly inTurn: InTurn;
  readonly recordings: Recordings;
  readonly attachments: Attachments;
  /** null: no mail server is set up */
  readonly mail: Mail | null;
  readonly outbox: Outbox;
  readonly calendars: CalendarReader;
  /** calendars that are being read */
  readonly readings: Outbox;
  readonly whileWaiting: WaitingMemory;
  readonly ranks: Ranks;
  readonly clocks: Clocks;
  /** who is on when */
  readonly rota: RotaBook;
  /** sees who is on change */
  readonly duty: DutyWatch;
  readonly dutyRequests: DutyRequests;
  /** After every change of a call, before routing: what its caller is told, asked or has taught us (SPEC WAIT). */
  readonly callChanged: (live: LiveCall) => void;
  /** Gives waiting calls to idle agents, now: called after whatever may have made a pair possible. */
  readonly route: () => void;
}
