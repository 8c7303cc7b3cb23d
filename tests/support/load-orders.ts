/** What the process that makes the load is told, and what it answers. */
export interface LoadAgent {
  readonly agentId: string;
  /** of the session that is in the store */
  readonly token: string;
  /** the station that its page says it is */
  readonly pageId: string;
  /** the station that registers: the page itself, or the desk phone beside it */
  readonly stationId: string;
  readonly telephone: 'page' | 'deskPhone';
}

/** Settings of one run of calls, all from one trunk. */
export interface LoadRun {
  readonly perSecond: number;
  readonly calls: number;
  readonly callers: readonly string[];
  /** the caller hangs up so long after: the INVITE was sent, or the call was answered; null: stays until `hangUpAll` */
  readonly hangUp: { readonly after: 'placed' | 'answered'; readonly ms: number } | null;
}

/** One call, with times as wall clock in milliseconds (performance.timeOrigin + now). */
export interface LoadedCall {
  readonly placedAt: number;
  /** when an agent's telephone had its INVITE; null: none was rung */
  readonly rangAt: number | null;
  /** when the caller had a final response; null: none within 10 s */
  readonly answeredAt: number | null;
  readonly status: number;
}

export type LoadOrder =
  | {
      readonly do: 'open';
      readonly url: string;
      readonly sipPort: number;
      readonly agents: readonly LoadAgent[];
      readonly ready: boolean;
      /** the desks run when nothing else does, as on computers of their own: for few calls, whose way is measured */
      readonly desksBehind?: boolean;
    }
  | ({ readonly do: 'run' } & LoadRun)
  | { readonly do: 'hangUpAll' }
  /** agents who let a call pass are not Ready any more */
  | { readonly do: 'readyAgain' }
  | { readonly do: 'cpu' };

export interface LoadReplies {
  readonly open: null;
  readonly run: readonly LoadedCall[];
  readonly hangUpAll: null;
  readonly readyAgain: null;
  /** CPU time used so far */
  readonly cpu: number;
}
