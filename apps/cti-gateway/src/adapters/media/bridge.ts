import type { RtpHeader } from './rtp/packet.ts';
import { Mixture } from './mix/mix.ts';
import type { Leg } from './leg.ts';

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

  get isMixing(): boolean {
    return this.#legs.size > 2;
  }

  add(leg: Leg): void {
    this.#legs.add(leg);
    if (!this.isMixing) this.#forgetTalk();
  }

  remove(leg: Leg): void {
    this.#legs.delete(leg);
    leg.forgetTalk();
    if (!this.isMixing) this.#forgetTalk();
  }

  /** Audio or an event that `from` said. */
  pass(from: Leg, packet: Buffer, header: RtpHeader, now: number): void {
    if (this.isMixing && !from.isEvent(header)) {
      from.keepTalk(packet, header);
      return;
    }
    for (const leg of this.#legs) if (leg !== from) leg.hearOther(from, packet, header, now);
  }

  /** The pacer's beat: mixes one frame. */
  tick(now: number): void {
    if (!this.isMixing) return;
    this.#mixture.clear();
    for (const leg of this.#legs) {
      const talk = leg.takeTalk();
      if (talk) this.#mixture.add(talk);
    }
    for (const leg of this.#legs) leg.hearMixture(this.#mixture, now);
  }

  #forgetTalk(): void {
    for (const leg of this.#legs) leg.forgetTalk();
  }
}
