import type { BoardAgent, BoardCall } from '@ringside/shared/protocol/board';
import type { AgentId, CallId } from '@ringside/shared/model/ids';
import { defineMessages } from 'react-intl';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import type { BoardActions } from '../../board-actions.ts';
import type { May } from '../../may.ts';
import type { Person } from './acting.ts';
import { askToAct } from './acting.ts';

const words = defineMessages({
  listen: { id: 'act.listen' },
  whisper: { id: 'act.whisper' },
  barge: { id: 'act.barge' },
  takeOver: { id: 'act.takeOver' },
  move: { id: 'act.move' },
  prioritise: { id: 'act.prioritise' },
  sendTo: { id: 'act.sendTo' },
  setPresence: { id: 'act.setPresence' },
  signOut: { id: 'act.signOut' },
  message: { id: 'act.message' },
});

export interface Doing {
  readonly supervise: (callId: CallId, mode: SupervisionMode) => unknown;
  readonly message: (person: Person) => void;
  /** who is signed in */
  readonly people: () => readonly Person[];
  /** of an agent of the floor, for a question */
  readonly nameOf: (agentId: AgentId | null) => string;
  /** the caller whom an agent talks with; "" withheld or nobody */
  readonly whoOf: (callId: CallId | null) => string;
}

/** What may be done from the rows of the board by somebody who may this. */
export function floorActions(may: Pick<May, 'listen' | 'supervise'>, doing: Doing): BoardActions {
  return {
    agents: [...agentCallActions(may, doing), ...agentActions(may, doing)],
    waiting: may.supervise ? waitingActions(doing) : [],
    calls: callActions(may, doing),
  };
}

const isWithCaller = ({ state }: BoardCall): boolean =>
  state === 'talking' || state === 'held' || state === 'reconnecting';
const canWait = ({ state }: BoardCall): boolean => state === 'waiting' || state === 'ringing';

const waitingActions = ({ people }: Doing): BoardActions['waiting'] => [
  {
    id: 'move',
    label: words.move,
    applies: canWait,
    run: ({ callId, who }) => askToAct({ act: 'move', callId, who }),
  },
  {
    id: 'prioritise',
    label: words.prioritise,
    applies: canWait,
    run: ({ callId, who }) => askToAct({ act: 'prioritise', callId, who }),
  },
  {
    id: 'sendTo',
    label: words.sendTo,
    applies: canWait,
    run: ({ callId, who }) => askToAct({ act: 'sendTo', callId, who, people: people() }),
  },
];

function callActions(may: Pick<May, 'listen' | 'supervise'>, doing: Doing): BoardActions['calls'] {
  const listen = { id: 'listen', label: words.listen, applies: isWithCaller };
  const asked = (row: BoardCall) => ({
    callId: row.callId,
    who: row.who,
    agentName: doing.nameOf(row.agentId),
  });
  if (!may.supervise)
    return may.listen ? [{ ...listen, run: ({ callId }) => void doing.supervise(callId, 'listen') }] : [];
  return [
    { ...listen, run: ({ callId }) => void doing.supervise(callId, 'listen') },
    {
      ...listen,
      id: 'whisper',
      label: words.whisper,
      run: ({ callId }) => void doing.supervise(callId, 'whisper'),
    },
    {
      ...listen,
      id: 'barge',
      label: words.barge,
      run: (row) => askToAct({ act: 'barge', isIn: false, ...asked(row) }),
    },
    {
      ...listen,
      id: 'takeOver',
      label: words.takeOver,
      run: (row) => askToAct({ act: 'takeOver', ...asked(row) }),
    },
  ];
}

/** The same, from the row of the agent who talks. */
function agentCallActions(may: Pick<May, 'listen' | 'supervise'>, doing: Doing): BoardActions['agents'] {
  const applies = ({ state, callId }: BoardAgent) => state === 'onCall' && callId !== null;
  return callActions(may, doing).map(({ id, label }) => ({
    id,
    label,
    applies,
    run: ({ callId, name }) => {
      if (callId === null) return;
      const caller = { callId, who: doing.whoOf(callId), agentName: name };
      if (id === 'barge') askToAct({ act: 'barge', isIn: false, ...caller });
      else if (id === 'takeOver') askToAct({ act: 'takeOver', ...caller });
      else void doing.supervise(callId, id === 'whisper' ? 'whisper' : 'listen');
    },
  }));
}

function agentActions(
  { supervise, listen }: Pick<May, 'listen' | 'supervise'>,
  doing: Doing,
): BoardActions['agents'] {
  const message: BoardActions['agents'][number] = {
    id: 'message',
    label: words.message,
    applies: () => listen,
    run: ({ agentId, name }) => doing.message({ id: agentId, name }),
  };
  if (!supervise) return [message];
  return [
    message,
    {
      id: 'setPresence',
      label: words.setPresence,
      applies: ({ state }) => state !== 'signedOut',
      run: ({ agentId, name }) => askToAct({ act: 'setPresence', agentId, name }),
    },
    {
      id: 'signOut',
      label: words.signOut,
      applies: ({ state, reachable }) => state !== 'signedOut' && !reachable,
      run: ({ agentId, name }) => askToAct({ act: 'signOut', agentId, name }),
    },
  ];
}
