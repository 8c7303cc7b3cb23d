import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { asId } from '@ringside/shared/model/ids';
import type { MediaEngine } from '../../ports/media-engine.ts';
import { createMediaEngine } from './media-engine.ts';
import type { PortSpan } from './port-range.ts';
import type { LoadCounts, LoadOrder, LoadReply } from './testing/call-load.ts';

export interface BenchOptions {
  /** how many calls to try, rising */
  readonly steps?: readonly number[];
  /** how long each step is measured */
  readonly seconds?: number;
  /** each call takes two pairs */
  readonly ports?: PortSpan;
  /** hears of each step when it is done */
  readonly tell?: (step: BridgedCalls) => void;
}

/** What one step came to. */
export interface BridgedCalls {
  readonly calls: number;
  /** packets lost between the load's two ends, both directions */
  readonly lossPercent: number;
  /** share of one core that the process with the engine in it used */
  readonly engineCores: number;
  readonly loadCores: number;
  readonly loadLateBeats: number;
  readonly delayMedianMs: number;
  readonly delayP99Ms: number;
}

export interface BridgedCallsResult {
  readonly steps: readonly BridgedCalls[];
  /** most calls with less than 1 % loss among the steps */
  readonly sustained: number;
  /** calls a whole core would carry at the cost a call had in that step */
  readonly perCore: number;
}

const LOSS_LIMIT_PERCENT = 1;
const SET_UP_TOGETHER = 20;

/** The load's process: orders out, replies in. */
class Load {
  readonly #process: ChildProcess;
  #lastId = 0;

  constructor() {
    this.#process = fork(new URL('./testing/call-load.ts', import.meta.url), { execArgv: ['--no-warnings'] });
    this.#process.setMaxListeners(0);
  }

  async ask<Type extends LoadReply['type']>(
    order: LoadOrder,
    type: Type,
    is: (reply: Extract<LoadReply, { type: Type }>) => boolean,
  ): Promise<Extract<LoadReply, { type: Type }>> {
    const answer = this.hear(type, is);
    this.#process.send(order);
    return answer;
  }

  hear<Type extends LoadReply['type']>(
    type: Type,
    is: (reply: Extract<LoadReply, { type: Type }>) => boolean,
  ): Promise<Extract<LoadReply, { type: Type }>> {
    return new Promise((resolve) => {
      const listen = (reply: LoadReply): void => {
        if (reply.type !== type || !is(reply as never)) return;
        this.#process.off('message', listen);
        resolve(reply as never);
      };
      this.#process.on('message', listen);
    });
  }

  tell(order: LoadOrder): void {
    this.#process.send(order);
  }

  async counts(): Promise<LoadCounts> {
    const id = ++this.#lastId;
    return (await this.ask({ type: 'count', id }, 'counts', (reply) => reply.id === id)).counts;
  }

  async end(): Promise<void> {
    this.tell({ type: 'end' });
    await once(this.#process, 'exit');
  }
}

const value = <Value>(result: { ok: true; value: Value } | { ok: false; refusal: string }): Value => {
  if (!result.ok) throw new Error(`The engine refused: ${result.refusal}`);
  return result.value;
};

const telephoneOffer = (port: number): string =>
  `v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nc=IN IP4 127.0.0.1\r\nt=0 0\r\nm=audio ${port} RTP/AVP 0 101\r\na=rtpmap:101 telephone-event/8000\r\n`;

/** One call: a browser's leg over ICE, DTLS and SRTP, a trunk's leg over RTP, bridged. */
const startCall = async (engine: MediaEngine, load: Load, call: number): Promise<void> => {
  const [agent, caller] = [asId<'leg'>(`agent ${call}`), asId<'leg'>(`caller ${call}`)];
  const offer = value(await engine.offer(agent, 'webrtc'));
  const connected = load.hear('connected', (reply) => reply.call === call);
  const { answer } = await load.ask(
    { type: 'browser', call, offer },
    'browser',
    (reply) => reply.call === call,
  );
  value(await engine.accept(agent, answer));
  await connected;
  const { port } = await load.ask({ type: 'telephone', call }, 'telephone', (reply) => reply.call === call);
  load.tell({
    type: 'telephoneTo',
    call,
    answer: value(await engine.answer(caller, 'rtp', telephoneOffer(port))),
  });
  value(await engine.join(agent, asId<'call'>(`call ${call}`), 'agent'));
  value(await engine.join(caller, asId<'call'>(`call ${call}`), 'customer'));
};

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const measure = async (load: Load, calls: number, seconds: number): Promise<BridgedCalls> => {
  await pause(1_000);
  const before = await load.counts();
  const [cpu, start] = [process.cpuUsage(), performance.now()];
  await pause(seconds * 1_000);
  const [used, elapsed] = [process.cpuUsage(cpu), performance.now() - start];
  const after = await load.counts();
  const sent = after.sent - before.sent;
  const round = (figure: number): number => Math.round(figure * 1_000) / 1_000;
  return {
    calls,
    lossPercent: round(Math.max(0, ((sent - (after.received - before.received)) / sent) * 100)),
    engineCores: round((used.user + used.system) / 1_000 / elapsed),
    loadCores: round((after.cpuMs - before.cpuMs) / elapsed),
    loadLateBeats: after.lateBeats - before.lateBeats,
    delayMedianMs: after.delayMedianMs,
    delayP99Ms: after.delayP99Ms,
  };
};

/** Adds calls step by step until more than 1 % of the packets are lost. Runs about 15 s plus 10 s a step. */
export const measureBridgedCalls = async (options: BenchOptions = {}): Promise<BridgedCallsResult> => {
  const {
    steps = [100, 200, 300, 400, 500],
    seconds = 8,
    ports = { from: 26_000, to: 28_999 },
    tell = () => {},
  } = options;
  const engine = createMediaEngine({
    addresses: { listen: '127.0.0.1', advertised: '127.0.0.1' },
    ports,
    soundsFolder: new URL('../../../../../resources/sounds', import.meta.url).pathname,
    log: { info: () => {}, warn: () => {}, error: () => {} },
  });
  const load = new Load();
  const results: BridgedCalls[] = [];
  let running = 0;
  for (const calls of steps) {
    for (; running < calls; running += SET_UP_TOGETHER) {
      const together = Array.from(
        { length: Math.min(SET_UP_TOGETHER, calls - running) },
        (_, at) => running + at,
      );
      await Promise.all(together.map((call) => startCall(engine, load, call)));
    }
    const step = await measure(load, calls, seconds);
    results.push(step);
    tell(step);
    if ((results.at(-1)?.lossPercent ?? 0) >= LOSS_LIMIT_PERCENT) break;
  }
  await load.end();
  await engine.shutDown();
  const good = results.findLast(({ lossPercent }) => lossPercent < LOSS_LIMIT_PERCENT);
  return {
    steps: results,
    sustained: good?.calls ?? 0,
    perCore: good ? Math.floor(good.calls / Math.max(good.engineCores, 0.001)) : 0,
  };
};

if (import.meta.main) {
  const print = (step: BridgedCalls): void => void process.stdout.write(`${JSON.stringify(step)}\n`);
  const { sustained, perCore } = await measureBridgedCalls({ tell: print });
  process.stdout.write(`sustained ${sustained} calls, ${perCore} calls per core\n`);
}
