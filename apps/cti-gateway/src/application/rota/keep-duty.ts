import type { RotaId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import { days } from '@ringside/shared/model/instant';
import type { DutyStretch } from '../../domain/rota/rota.ts';
import { joined, scheduleOf } from '../../domain/rota/schedule.ts';
import type { Change, Deadline } from '../../ports/store.ts';
import type { Parts } from '../parts.ts';
import type { OnDuty } from './duty-line.ts';
import { touchedBy } from './touched-rotas.ts';

/** When who is on changes next. Its row also says up to when it is written down who was on. */
export interface DutyDeadline {
  readonly look: 'duty';
  readonly writtenUntil: Instant;
}

/** Other people are on, or in another order. Told again where it is not known whether it was told (after a restart). */
export interface Handover {
  readonly rotaId: RotaId;
  readonly at: Instant;
  readonly before: readonly OnDuty[];
  readonly after: readonly OnDuty[];
}

/**
 * ROTA-12: sees to it that everybody hears who is on as soon as it changes, by the clock or by somebody, and writes down who
 * was on. What has passed is written as it was known before a change, and never again.
 */
export interface DutyWatch {
  /** Takes up what the last run left; from now on changes of duty are seen. */
  begin(): Promise<void>;
  /** Does something to what says who is on. */
  around<Done>(change: () => Done, touched?: ReadonlySet<RotaId>): Done;
  /** What was written. */
  take(changes: readonly Change[]): void;
  due(deadline: DutyDeadline): void;
  /** Writes down who was on until now; nothing is seen any more. */
  stop(): void;
  /** Up to when who was on stands in the store, or is on the way there; null: not begun. */
  writtenUntil(): Instant | null;
  onHandover(listener: (handover: Handover) => void): void;
}

const key = 'duty';
const lookEvery = days(1);
/** nobody waits at the start for the rotas of a gateway that stood still for longer */
const longestMissed = days(400);

export function openDutyWatch(whole: () => Parts): DutyWatch {
  const listeners: ((handover: Handover) => void)[] = [];
  let written: Instant | null = null;
  /** what a deadline said that rang before the beginning */
  let rung: Instant | null = null;
  let shown = '';
  let on: ReadonlyMap<RotaId, readonly OnDuty[]> = new Map();
  const lengthened = stretchesLengthened();

  function around<Done>(change: () => Done, touched: ReadonlySet<RotaId> = new Set()): Done {
    if (written === null) return change();
    // a wall clock may be set back; what is written stays
    const now = Math.max(whole().clock.now(), written);
    const passed = passedBetween(whole(), written, now);
    const done = change();
    look(now, passed, touched);
    return done;
  }

  /** Tells who is on where it is otherwise than before, writes what has passed until `now` and comes back at the next change. */
  function look(now: Instant, passed: readonly DutyStretch[], touched: ReadonlySet<RotaId>): void {
    const parts = whole();
    const { desks, rota } = parts;
    written = now;
    write(parts, lengthened(passed), now);
    const duty = [...rota.lines(now)];
    const isNew = JSON.stringify(duty) !== shown;
    shown = JSON.stringify(duty);
    if (isNew) desks.showAll({ what: 'duty', duty });
    for (const rotaId of touched) desks.showAll({ what: 'rotaTouched', rotaId });
    const handovers = handoversTo(parts, now);
    // a step later: what was written is done whatever becomes of this
    if (handovers.length > 0) queueMicrotask(() => handOver(parts, handovers));
  }

  function handOver(parts: Parts, handovers: readonly Handover[]): void {
    try {
      for (const handover of handovers) for (const listener of listeners) listener(handover);
      parts.route();
    } catch (cause) {
      parts.log.error('what follows from a change of duty failed', { cause: String(cause) });
    }
  }

  function handoversTo(parts: Parts, now: Instant): readonly Handover[] {
    const before = on;
    on = onNow(parts, now);
    return [...on].flatMap(([rotaId, after]) => {
      const was = before.get(rotaId) ?? [];
      return isSame(was, after) ? [] : [{ rotaId, at: now, before: was, after }];
    });
  }

  async function begin(): Promise<void> {
    const parts = whole();
    const kept = rung ?? (parts.deadlines.of(key)?.body as DutyDeadline | undefined)?.writtenUntil;
    const left = kept ?? parts.clock.now();
    const now = Math.max(parts.clock.now(), left);
    const from = Math.max(left, now - longestMissed);
    const missed = await missedSince(parts, from, now);
    on = onNow(parts, left < now ? left - 1 : now);
    look(now, missed, new Set());
  }

  return {
    begin,
    around,
    take(changes) {
      const touched = touchedBy(whole(), changes);
      if (touched.size === 0) whole().rota.take(changes);
      else around(() => whole().rota.take(changes), touched);
    },
    due({ writtenUntil }) {
      if (written === null) rung = writtenUntil;
      else around(() => undefined);
    },
    stop() {
      around(() => undefined);
      written = null;
    },
    writtenUntil: () => written,
    onHandover: (listener) => void listeners.push(listener),
  };
}

/** What goes on as it was makes the stretch that was written last longer, so that looking often leaves no more rows. */
function stretchesLengthened() {
  const last = new Map<string, DutyStretch>();
  return (passed: readonly DutyStretch[]): readonly DutyStretch[] =>
    passed.map((stretch) => {
      const place = `${stretch.rotaId} ${stretch.layer}`;
      const before = last.get(place);
      const [whole, more] = before === undefined ? [stretch] : joined([before, stretch]);
      const latest = more ?? whole ?? stretch;
      last.set(place, latest);
      return latest;
    });
}

const onNow = ({ centre, rota }: Parts, at: Instant): ReadonlyMap<RotaId, readonly OnDuty[]> =>
  new Map(centre.rotas.map(({ rotaId }) => [rotaId, rota.onDuty(rotaId, at)]));

const isSame = (one: readonly OnDuty[], other: readonly OnDuty[]): boolean =>
  one.length === other.length && one.every(({ agentId }, i) => agentId === other[i]?.agentId);

const passedBetween = ({ centre, rota }: Parts, from: Instant, until: Instant): readonly DutyStretch[] =>
  centre.rotas.flatMap(({ rotaId }) => rota.shifts(rotaId, from, until));

/** While the gateway stood still nobody changed anything; what was known of so long ago may be in the store alone. */
async function missedSince(
  { centre, rota, store }: Parts,
  from: Instant,
  until: Instant,
): Promise<readonly DutyStretch[]> {
  if (from >= until) return [];
  const day = (at: Instant): string => new Date(at).toISOString().slice(0, 16);
  const absences = await store.absences(from, until);
  const missed = centre.rotas.map(async (one) => {
    const changes = await store.rotaChanges(one.rotaId, day(from - days(1)), day(until + days(1)));
    return scheduleOf(rota.facts(one, { changes, absences }), from, until);
  });
  return (await Promise.all(missed)).flat();
}

function write(
  { centre, deadlines, journal, log, rota }: Parts,
  passed: readonly DutyStretch[],
  now: Instant,
): void {
  const body: DutyDeadline = { look: 'duty', writtenUntil: now };
  const deadline: Deadline = { key, at: rota.nextMove(now) ?? now + lookEvery, body };
  const rows = centre.rotas.length === 0 ? deadlines.without(key) : deadlines.moved(deadline);
  const changes: Change[] = [...passed.map((stretch): Change => ({ put: 'dutyStretch', stretch })), ...rows];
  if (changes.length === 0) return;
  journal.write({ changes }).catch((cause: unknown) => {
    log.error('who was on could not be written down', { stretches: passed.length, cause: String(cause) });
  });
}
