import type { CallId } from '@ringside/shared/model/ids';
import type { Milliseconds } from '@ringside/shared/model/instant';
import { seconds } from '@ringside/shared/model/instant';
import type { Result } from '@ringside/shared/model/result';
import type { Log } from '../ports/log.ts';
import type { Switch } from '../ports/switch.ts';
import type { Ask } from './consequences.ts';
import type { Journal } from './journal.ts';
import type { InTurn } from './one-at-a-time.ts';

export type AskRefusal = 'gone' | 'stationGone' | 'noTrunk' | 'noRoom';

/** How long whoever answers a telephone has for the key: the whisper twice (DUTY-4). */
const confirmWithin: Milliseconds = seconds(20);

/** Asks the switch what follows from written events: in order for each call, and marks what was asked as done. */
export interface Asking {
  /** `consequenceId`: the row that says so, where there is one */
  ask(callId: CallId, consequenceId: string | null, ask: Ask): void;
  /** Does something when all that was asked about this call has been taken on. */
  afterwards(callId: CallId, act: () => void): void;
}

interface Needs {
  readonly telephony: Switch;
  readonly journal: Journal;
  readonly log: Log;
  readonly inTurn: InTurn;
  readonly refused: (callId: CallId, ask: Ask, refusal: AskRefusal) => void;
}

export function openAsking(needs: Needs): Asking {
  async function carryOut(callId: CallId, consequenceId: string | null, ask: Ask): Promise<void> {
    const result = await put(needs.telephony, callId, ask);
    if (consequenceId !== null) needs.journal.writeSoon({ put: 'consequenceDone', consequenceId });
    if (!result.ok) needs.refused(callId, ask, result.refusal);
  }
  return {
    afterwards: (callId, act) => void needs.inTurn(`ask ${callId}`, async () => act()),
    ask: (callId, consequenceId, ask) => {
      needs
        .inTurn(`ask ${callId}`, () => carryOut(callId, consequenceId, ask))
        .catch((cause: unknown) =>
          needs.log.error('the switch failed', { callId, ask: ask.ask, cause: String(cause) }),
        );
    },
  };
}

function put(telephony: Switch, callId: CallId, ask: Ask): Promise<Result<void, AskRefusal>> {
  switch (ask.ask) {
    case 'admit':
      return telephony.admit(callId, { answer: ask.answer, greeting: ask.greeting, music: ask.music });
    case 'refuse':
      return telephony.refuse(callId, ask.why);
    case 'announce': {
      const { announcementId, sounds, stopAtKey } = ask;
      return telephony.announce(callId, { announcementId, sounds, stopAtKey });
    }
    case 'offer': {
      const { legId, stationId, caller, resume } = ask;
      return telephony.offer({ callId, legId, stationId, caller, resume });
    }
    case 'offerByPhone': {
      const { legId, trunkId, number, presented, whisper } = ask;
      const leg = { callId, legId, trunkId, number, presented, whisper };
      return telephony.offerByPhone({ ...leg, acceptKey: '1', declineKey: '2', confirmWithin });
    }
    case 'record': {
      const { recordingId, longest, silence } = ask;
      return telephony.record(callId, { recordingId, longest, silence });
    }
    case 'connect':
      return telephony.connect(callId, ask.legId);
    case 'promote':
      return telephony.promote(callId, ask.legId);
    case 'drop':
      return telephony.drop(callId, ask.legId);
    case 'park':
      return telephony.park(callId, ask.music);
    case 'hold':
      return telephony.hold(callId, ask.music);
    case 'retrieve':
      return telephony.retrieve(callId);
    case 'release':
      return telephony.release(callId);
    case 'dial': {
      const { legId, trunkId, number, presented } = ask;
      return telephony.dial({ callId, legId, trunkId, number, presented });
    }
  }
}
