/** How an offer to one agent ended. All look alike to a caller; none may look alike in the record (pains.md 13). */
export const offerOutcomes = [
  'accepted',
  /** the agent pressed Decline */
  'declined',
  /** rang until the offer's deadline (RONA) */
  'notAnswered',
  /** the station could not be rung, or went away while it rang */
  'unreachable',
  /** the caller hung up while it rang */
  'callerGaveUp',
  /** taken back by the gateway: a supervisor moved the call, or the gateway restarted */
  'withdrawn',
] as const;
export type OfferOutcome = (typeof offerOutcomes)[number];

/** How a call ended. */
export const callOutcomes = [
  'handled',
  'abandoned',
  'refused',
  'noAnswer',
  'failed',
  /** told that the line is closed: hours, holiday or emergency */
  'closed',
  /** left while the menu was still asking: never in a queue, so not abandoned */
  'leftMenu',
  /** flowed out of a queue (F of metrics.md) to a goodbye */
  'overflowed',
  /** took a callback: not abandoned */
  'tookCallback',
  /** left a message: not abandoned */
  'leftMessage',
] as const;
export type CallOutcome = (typeof callOutcomes)[number];

export const sides = ['caller', 'agent', 'gateway'] as const;
/** Who let go first. */
export type Side = (typeof sides)[number];

/** How the caller felt, as the agent marks it. */
export const feelings = ['pleased', 'neutral', 'upset', 'angry'] as const;
export type Feeling = (typeof feelings)[number];
