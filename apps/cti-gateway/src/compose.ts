import type { Milliseconds } from '@ringside/shared/model/instant';
import type { Centre } from './domain/centre/centre.ts';
import { localDay } from './domain/centre/local-day.ts';
import type { CentreDocument } from './domain/centre/centre-document.ts';
import type { Administration } from './ports/administration.ts';
import type { CaseDoor } from './ports/case-door.ts';
import type { CalendarReader } from './ports/calendar-reader.ts';
import type { CentreReader } from './ports/centre-reader.ts';
import type { Clock } from './ports/clock.ts';
import type { Desk } from './ports/desk.ts';
import type { IdSource } from './ports/id-source.ts';
import type { Log } from './ports/log.ts';
import type { Numbering } from './ports/numbering.ts';
import type { PopDoor } from './ports/pop-door.ts';
import type { Prompts } from './ports/prompts.ts';
import type { Secrets } from './ports/secrets.ts';
import type { Attachments } from './ports/attachments.ts';
import type { Mail } from './ports/mail.ts';
import type { Recordings } from './ports/recordings.ts';
import type { Store } from './ports/store.ts';
import type { Switch } from './ports/switch.ts';
import { takeUpCentre } from './application/administration/latest-revision.ts';
import { openAdministration } from './application/administration/open-administration.ts';
import { openAsking } from './application/ask-switch.ts';
import { boardRows, boardSources } from './application/board/board-rows.ts';
import { openControlRoom } from './application/board/control-room.ts';
import { openDayBook, readBy } from './application/board/day-book.ts';
import { openDutyRequests } from './application/duty/duty-requests.ts';
import { openDutyWatch } from './application/rota/keep-duty.ts';
import { toldAtHandover } from './application/rota/handover-notice.ts';
import { noticesAfter, watchRotaNotices } from './application/rota/watch-notices.ts';
import { openRotaBook } from './application/rota/rota-book.ts';
import { openClocks } from './application/clocks/keep-clocks.ts';
import { openCounters } from './application/counters.ts';
import { openDesk } from './application/desk-door.ts';
import type { DeskDemo } from './application/desks.ts';
import { openDesks } from './application/desks.ts';
import { emptyFloor } from './application/floor.ts';
import { hearRefusal, hearSwitch } from './application/hear-switch.ts';
import { healthOf } from './application/health.ts';
import type { GatewayHealth } from './application/health.ts';
import { watchOverflow } from './application/overflow-waiting.ts';
import { openCaseDoor } from './application/intake/open-case-door.ts';
import { openPopDoor } from './application/manager/open-pop-door.ts';
import { openJournal } from './application/journal.ts';
import { openDeadlines } from './application/keep-deadlines.ts';
import { meetDeadline } from './application/meet-deadline.ts';
import { oneAtATime } from './application/one-at-a-time.ts';
import type { Parts } from './application/parts.ts';
import { openOutbox } from './application/outgoing-mail/outbox.ts';
import { recover } from './application/recover.ts';
import { openRouting } from './application/route-waiting-calls.ts';
import type { Settings } from './application/settings.ts';
import { digestOf } from './application/stations.ts';
import { callBackWhoseTurnComes } from './application/callback.ts';
import { watchTasks } from './application/tasks/watch-tasks.ts';
import { watchPeople } from './application/watch-people.ts';
import { nobodyWaits } from './application/waiting-memory.ts';
import { supervisedCallChanged } from './application/supervised-call.ts';
import { whileWaiting } from './application/while-waiting.ts';
import { heardBy, openRanks } from './application/work-list/keep-ranks.ts';
import { waitUntilIdle } from './application/wait-until-idle.ts';
import { queueViews } from './application/views/queue-view.ts';

/**
 * Ports in, running gateway out. `main.ts` calls it with real adapters, tests with fakes:
 *
 *   const gateway = compose({ settings, centre, store, telephony, clock, ids, log, numbering, secrets, sounds, demo: null });
 *   await gateway.start();                 // reads what the last run left, takes calls up again, listens to the switch
 *   deskServer.serve(gateway.desk);        // socket-io and http drive this port
 *   …SIGTERM: await gateway.drain(limit);  // new calls are refused, running ones end by themselves or at the limit
 *   await gateway.stop();                  // says goodbye to desks, writes what is not yet written
 *
 * Open the store and build the switch before; start the SIP listeners after `start()` has resolved or let the switch
 * keep its events until then. `stop()` does not close the store or the switch: whoever opened them closes them.
 */
export interface Composition {
  readonly settings: Settings;
  readonly centre: Centre;
  readonly store: Store;
  readonly telephony: Switch;
  readonly clock: Clock;
  readonly ids: IdSource;
  readonly log: Log;
  readonly numbering: Numbering;
  readonly secrets: Secrets;
  readonly centreReader: CentreReader;
  /** the centre as the configuration file has it; null where there is no file to follow (tests) */
  readonly centreDocument: CentreDocument | null;
  readonly prompts: Prompts;
  /** stems of the sounds that came with Ringside */
  readonly sounds: ReadonlySet<string>;
  readonly recordings: Recordings;
  readonly attachments: Attachments;
  /** null: no mail server is set up */
  readonly mail: Mail | null;
  readonly calendars: CalendarReader;
  /** null outside the demo */
  readonly demo: DeskDemo | null;
}

export interface RunningGateway {
  readonly desk: Desk;
  readonly administration: Administration;
  readonly cases: CaseDoor;
  readonly pops: PopDoor;
  /** as it stands now */
  readonly centre: () => Centre;
  /** Takes up what the last run left, then hears the switch. Fails with a cause when the store can't be read. */
  start(): Promise<void>;
  /** Refuses new calls; resolves when no call is left, or after `limit` with the number that still runs. */
  drain(limit: Milliseconds): Promise<number>;
  /** Says goodbye to every desk and writes what is pending. Calls in progress are taken up again by the next start. */
  stop(): Promise<void>;
  health(): Promise<GatewayHealth>;
}

export function compose(composition: Composition): RunningGateway {
  const parts = assemble(composition);
  const { telephony, floor, desks, deadlines, journal, log } = parts;
  let stopped = false;
  return {
    desk: openDesk(parts),
    administration: openAdministration(parts),
    cases: openCaseDoor(parts),
    pops: openPopDoor(parts),
    centre: () => parts.centre,
    start: async () => {
      telephony.authorise((stationId) => digestOf(parts, stationId));
      await takeUpCentre(parts, composition.centreDocument);
      // before calls are taken up: who is rung for them follows from it
      await parts.rota.recover();
      await parts.dutyRequests.recover();
      await recover(parts);
      parts.duty.onHandover((handover) => toldAtHandover(parts, handover));
      await parts.duty.begin();
      await parts.day.read(parts.store);
      watchPeople(parts);
      watchOverflow(parts);
      await parts.clocks.recover();
      parts.ranks.look();
      watchTasks(parts);
      watchRotaNotices(parts);
      telephony.listen((event) => {
        // a switch that is being closed reports every leg as lost; the next start takes them up again
        if (!stopped) hearSwitch(parts, event);
      });
    },
    drain: (limit) => {
      floor.draining = true;
      telephony.drain();
      log.info('draining', { calls: floor.calls.size });
      return waitUntilIdle(parts, limit, () => stopped);
    },
    stop: async () => {
      stopped = true;
      parts.controlRoom.stop();
      desks.stop('draining');
      parts.duty.stop();
      deadlines.stop();
      await Promise.all([parts.outbox.stop(), parts.readings.stop()]);
      await journal.stop();
    },
    health: () => healthOf(parts),
  };
}

/** Routing, and then those who are called first when their turn comes near (BACK-7). */
function routingWithTurns(parts: () => Parts): () => void {
  const route = openRouting(parts);
  return () => {
    route();
    callBackWhoseTurnComes(parts());
  };
}

/** The gateway's own state between the ports. What refers back to the whole does so when it is called. */
function assemble(composition: Composition): Parts {
  const { settings, store, telephony, clock, ids, log } = composition;
  const { timings } = settings;
  const floor = emptyFloor();
  const inTurn = oneAtATime();
  const { commitRetry, doneWithin } = timings;
  let centre = composition.centre;
  const day = openDayBook(() => localDay(clock.now(), centre.timeZone));
  const ranks = openRanks(() => parts);
  const clocks = openClocks(() => parts);
  const rota = openRotaBook(() => parts);
  const duty = openDutyWatch(() => parts);
  const dutyRequests = openDutyRequests(() => parts);
  const heard = heardBy(readBy(store, day), (changes) => {
    ranks.take(changes);
    clocks.take(changes);
    duty.take(changes);
    dutyRequests.take(changes);
    noticesAfter(parts, changes);
  });
  const journal = openJournal({ store: heard, clock, log, commitRetry, doneWithin });
  const parts: Parts = {
    ...composition,
    get centre() {
      return centre;
    },
    inForce: { revision: 0 },
    outbox: openOutbox({ clock, inTurn }),
    readings: openOutbox({ clock, inTurn }),
    useCentre: (changed) => {
      centre = changed;
    },
    floor,
    inTurn,
    journal,
    ranks,
    clocks,
    rota,
    duty,
    dutyRequests,
    day,
    controlRoom: openControlRoom({
      run: ids.next<'board'>(),
      clock,
      log,
      every: timings.boardEvery,
      rows: (now) => boardRows(boardSources(parts), now),
    }),
    counters: openCounters(),
    asking: openAsking({
      telephony,
      journal,
      log,
      inTurn,
      refused: (callId, ask, refusal) => hearRefusal(parts, callId, ask, refusal),
    }),
    desks: openDesks({
      epoch: ids.next<'epoch'>(),
      clock,
      log,
      queuesEvery: timings.queuesEvery,
      queues: () => queueViews(floor, centre),
    }),
    deadlines: openDeadlines({ clock, meet: (deadline) => meetDeadline(parts, deadline) }),
    whileWaiting: nobodyWaits(),
    callChanged: (live) => {
      whileWaiting(parts, live);
      supervisedCallChanged(parts, live);
    },
    route: routingWithTurns(() => parts),
  };
  return parts;
}
