import type { Utterance } from './hearing.ts';
import type { Leg } from './leg.ts';
import { Mixture } from './mix/mix.ts';

/**
 * The legs of one call. Two are passed through to each other packet by packet; from three on everybody's audio is mixed
 * once in 20 ms.
 */
export class Bridge {
  readonly #legs = new Set<Leg>();
  readonly #mixture = new Mixture();

  get size(): number {
    return this.#legs.size;
  }

  add(leg: Leg): void {
    this.#legs.add(leg);
  }

  remove(leg: Leg): void {
    this.#legs.delete(leg);
    leg.forgetTalk();
    if (!this.#isMixing()) for (const left of this.#legs) left.forgetTalk();
  }

  /** What `from` said, on its way to the others. */
  pass(from: Leg, said: Utterance, now: number): void {
    if (!this.#isMixing()) {
      for (const leg of this.#legs) if (leg !== from) leg.hearOther(from, said, now);
    } else if (said.as === 'event') {
      for (const leg of this.#legs) if (leg !== from) leg.hearEvent(said, now);
    } else from.keepTalk(said);
  }

  /** The pacer's beat: mixes one frame. */
  tick(now: number): void {
    if (!this.#isMixing()) return;
    this.#mixture.clear();
    for (const leg of this.#legs) {
      const talk = leg.takeTalk();
      if (talk) this.#mixture.add(talk);
    }
    for (const leg of this.#legs) leg.hearMixture(this.#mixture, now);
  }

  #isMixing(): boolean {
    return this.#legs.size > 2;
  }
}
