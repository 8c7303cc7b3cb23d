import type { LegId } from '@ringside/shared/model/ids';
import type { WorkerLink } from './worker-link.ts';

const MIN_READY = 4;
const MAX_READY = 64;
const USE_WINDOW_MS = 1_000;

/** WebRTC offers made in advance, so that a call can be offered to an agent at once; as many as two seconds of use need. */
export class OfferPool {
  readonly #link: Pick<WorkerLink, 'tell'>;
  #ready: { readonly key: number; readonly offer: string }[] = [];
  #taken: number[] = [];

  constructor(link: Pick<WorkerLink, 'tell'>) {
    this.#link = link;
  }

  fill(): void {
    const wanted = Math.min(MAX_READY, Math.max(MIN_READY, this.#taken.length * 2));
    this.#link.tell('stock', [wanted]);
  }

  add(key: number, offer: string): void {
    this.#ready.push({ key, offer });
  }

  /** An offer that is this leg's from now on, or null when none is ready. */
  take(legId: LegId): string | null {
    const now = performance.now();
    this.#taken = [...this.#taken.filter((at) => now - at < USE_WINDOW_MS), now];
    const ready = this.#ready.shift();
    if (ready) this.#link.tell('claim', [ready.key, legId]);
    this.fill();
    return ready?.offer ?? null;
  }

  /** Frees the port of one offer that waits; false when none does. */
  giveUpOne(): boolean {
    const ready = this.#ready.shift();
    if (ready) this.#link.tell('discard', [ready.key]);
    return ready !== undefined;
  }

  /** The worker that made them is gone. */
  empty(): void {
    this.#ready = [];
  }
}
