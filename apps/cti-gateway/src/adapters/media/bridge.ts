import type { BridgeRole } from '../../ports/media-engine.ts';
import type { Utterance } from './hearing.ts';
import type { Leg } from './leg.ts';
import { Mixture } from './mix/mix.ts';
import { reaches } from './mix/reaches.ts';

/** What a leg's place means for the others. */
interface Seat {
  /** those it hears */
  readonly talkers: readonly Leg[];
  /** those who hear it and nobody else: they get its packets as they come */
  readonly direct: readonly Leg[];
  /** those who hear others as well: they get a mixture */
  readonly mixed: readonly Leg[];
}

/**
 * The legs of one call, and who hears whom (`reaches`). Who hears one other leg gets its packets passed through; who hears
 * more gets a mixture every 20 ms. So somebody who only listens changes nothing for those who talk.
 */
export class Bridge {
  readonly #roles = new Map<Leg, BridgeRole>();
  readonly #mixture = new Mixture();
  #seats: ReadonlyMap<Leg, Seat> = new Map();
  #isMixing = false;

  get size(): number {
    return this.#roles.size;
  }

  /** Also gives a leg that is in it another role. */
  add(leg: Leg, role: BridgeRole): void {
    this.#roles.set(leg, role);
    this.#arrange();
  }

  remove(leg: Leg): void {
    this.#roles.delete(leg);
    leg.forgetTalk();
    this.#arrange();
  }

  /** What `from` said, on its way to the others. */
  pass(from: Leg, said: Utterance, now: number): void {
    const seat = this.#seats.get(from);
    if (!seat) return;
    for (const leg of seat.direct) leg.hearOther(from, said, now);
    if (said.as === 'event') for (const leg of seat.mixed) leg.hearEvent(said, now);
    else if (seat.mixed.length > 0) from.keepTalk(said);
  }

  /** The pacer's beat: mixes one frame for everybody who hears more than one other. */
  tick(now: number): void {
    if (!this.#isMixing) return;
    for (const [leg, { mixed }] of this.#seats) if (mixed.length > 0) leg.takeTalk();
    for (const [leg, { talkers }] of this.#seats) if (talkers.length > 1) this.#mixFor(leg, talkers, now);
  }

  #mixFor(listener: Leg, talkers: readonly Leg[], now: number): void {
    this.#mixture.clear();
    for (const { talk } of talkers) if (talk) this.#mixture.add(talk);
    listener.hearMixture(this.#mixture, now);
  }

  #arrange(): void {
    const legs = [...this.#roles.keys()];
    const heardBy = new Map(legs.map((leg) => [leg, this.#heardBy(leg)]));
    const isMixed = (leg: Leg): boolean => (heardBy.get(leg)?.length ?? 0) > 1;
    const seatOf = (leg: Leg): Seat => {
      const hearers = legs.filter((other) => heardBy.get(other)?.includes(leg));
      const direct = hearers.filter((other) => !isMixed(other));
      return { talkers: heardBy.get(leg) ?? [], direct, mixed: hearers.filter(isMixed) };
    };
    this.#seats = new Map(legs.map((leg) => [leg, seatOf(leg)]));
    this.#isMixing = legs.some(isMixed);
    for (const [leg, { mixed }] of this.#seats) if (mixed.length === 0) leg.forgetTalk();
  }

  #heardBy(listener: Leg): readonly Leg[] {
    const as = this.#roles.get(listener);
    if (!as) return [];
    return [...this.#roles].flatMap(([leg, role]) => (leg !== listener && reaches(role, as) ? [leg] : []));
  }
}
