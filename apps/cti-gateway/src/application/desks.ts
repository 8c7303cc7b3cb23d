import type { AgentId } from '@ringside/shared/model/ids';
import type { Instant, Milliseconds } from '@ringside/shared/model/instant';
import type { DeskEvent, DeskFrame, Goodbye, Snapshot } from '@ringside/shared/protocol/down';
import type { QueueView } from '@ringside/shared/protocol/reference';
import type { About } from '@ringside/shared/protocol/sign-in';
import type { Clock } from '../ports/clock.ts';
import type { DemoCaller } from '../ports/demo-caller.ts';
import type { Screen } from '../ports/desk.ts';
import type { Log } from '../ports/log.ts';

/** What only a demo has: people to sign in as, customers to call as, and the caller who does it. */
export interface DeskDemo {
  readonly people: NonNullable<About['demo']>['people'];
  readonly callers: NonNullable<Snapshot['demo']>['callers'];
  readonly caller: DemoCaller;
}

/**
 * What desks are shown (SPEC WIRE): numbered events per agent, the recent ones kept, so that a desk that was away for a
 * moment gets what it missed. The numbering starts anew with each run of the gateway, which `epoch` tells.
 */
export interface Desks {
  readonly epoch: string;
  show(agentId: AgentId, event: DeskEvent): void;
  showAll(event: DeskEvent): void;
  /** Counts have changed; all desks are told at most once in `queuesEvery`. */
  queuesChanged(): void;
  /** Where an agent's numbering stands. */
  seqOf(agentId: AgentId): number;
  /** What came after `seq`, or null where that is no longer known. */
  missedSince(agentId: AgentId, seq: number): readonly DeskFrame[] | null;
  attach(agentId: AgentId, screen: Screen): void;
  /** Forgets this screen; false where another one took its place. */
  detach(agentId: AgentId, screen: Screen): boolean;
  goodbye(agentId: AgentId, why: Goodbye['why']): void;
  isAttached(agentId: AgentId): boolean;
  count(): number;
  stop(why: Goodbye['why']): void;
}

interface Needs {
  readonly epoch: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly queuesEvery: Milliseconds;
  readonly queues: () => QueueView[];
}

interface Line {
  seq: number;
  readonly recent: DeskFrame[];
  screen: Screen | null;
}

/** A desk that missed more than this gets a snapshot. */
const framesKept = 256;
/** 500 desks are told within 0.6 s, in slices of about 2 ms each. */
const desksAtOnce = 8;
const betweenSlices: Milliseconds = 10;

export function openDesks({ epoch, clock, log, queuesEvery, queues }: Needs): Desks {
  const lines = new Map<AgentId, Line>();
  let queuesTimer: (() => void) | null = null;
  let queuesShown = '';
  let stopped = false;

  const lineOf = (agentId: AgentId): Line => {
    const known = lines.get(agentId);
    if (known) return known;
    const fresh: Line = { seq: 0, recent: [], screen: null };
    lines.set(agentId, fresh);
    return fresh;
  };

  function put(line: Line, event: DeskEvent, at: Instant): void {
    line.seq += 1;
    const frame: DeskFrame = { seq: line.seq, at, event };
    line.recent.push(frame);
    if (line.recent.length > framesKept) line.recent.shift();
    try {
      line.screen?.event(frame);
    } catch (cause) {
      log.warn('a desk could not be shown something', { what: event.what, cause: String(cause) });
    }
  }

  function show(agentId: AgentId, event: DeskEvent): void {
    // nobody has looked at this agent's desk since the start: whoever does gets a snapshot
    const line = lines.get(agentId);
    if (line) put(line, event, clock.now());
  }

  function showAll(event: DeskEvent): void {
    const at = clock.now();
    for (const line of lines.values()) put(line, event, at);
  }

  function showQueues(): void {
    queuesTimer = null;
    const views = queues();
    const text = JSON.stringify(views);
    if (text === queuesShown) return;
    queuesShown = text;
    showInTurn({ what: 'queues', queues: views }, [...lines.keys()]);
  }

  /** Hundreds of desks take tens of milliseconds, and a call that comes in between must not wait for the last of them. */
  function showInTurn(event: DeskEvent, agentIds: readonly AgentId[]): void {
    if (stopped) return;
    const left = agentIds.slice(desksAtOnce);
    if (left.length > 0) clock.after(betweenSlices, () => showInTurn(event, left));
    for (const agentId of agentIds.slice(0, desksAtOnce)) show(agentId, event);
  }

  function goodbye(agentId: AgentId, why: Goodbye['why']): void {
    const line = lines.get(agentId);
    const screen = line?.screen ?? null;
    if (line) line.screen = null;
    screen?.goodbye({ why });
  }

  return {
    epoch,
    show,
    showAll,
    queuesChanged: () => {
      if (stopped) return;
      queuesTimer ??= clock.after(queuesEvery, showQueues);
    },
    seqOf: (agentId) => lineOf(agentId).seq,
    missedSince: (agentId, seq) => {
      const { recent, seq: latest } = lineOf(agentId);
      const first = recent[0]?.seq ?? latest + 1;
      if (seq > latest || seq < first - 1) return null;
      return recent.filter((frame) => frame.seq > seq);
    },
    attach: (agentId, screen) => {
      lineOf(agentId).screen = screen;
    },
    detach: (agentId, screen) => {
      const line = lines.get(agentId);
      if (line?.screen !== screen) return false;
      line.screen = null;
      return true;
    },
    goodbye,
    isAttached: (agentId) => (lines.get(agentId)?.screen ?? null) !== null,
    count: () => [...lines.values()].filter(({ screen }) => screen !== null).length,
    stop: (why) => {
      stopped = true;
      queuesTimer?.();
      for (const agentId of lines.keys()) goodbye(agentId, why);
    },
  };
}
