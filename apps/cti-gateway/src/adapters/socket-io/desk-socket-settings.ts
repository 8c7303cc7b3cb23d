import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';

export interface DeskSocketSettings {
  /** sockets beyond this are turned away; a desk has one, and a second for a moment while it reconnects */
  readonly mostSockets: number;
  readonly pingEvery: Milliseconds;
  readonly pingWithin: Milliseconds;
  /** messages one desk may send in a second, over a longer time and in a burst */
  readonly perSecond: number;
  readonly burst: number;
}

export const usualDeskSockets: DeskSocketSettings = {
  mostSockets: 1_200,
  pingEvery: seconds(5),
  pingWithin: seconds(5),
  perSecond: 20,
  burst: 60,
};
