import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';

export const actions = [
  'answer',
  'decline',
  'mute',
  'hold',
  'end',
  'ready',
  'dial',
  'palette',
  'incoming',
  'complaint',
  'task',
  'wrapUp',
  'nextThing',
  'raiseHand',
  'askManager',
  'tellFloor',
  'superviseListen',
  'superviseWhisper',
  'superviseBarge',
  'cheatSheet',
] as const;
/** What can be done by key. */
export type Action = (typeof actions)[number];

/** The product's own keys; people may change them in the settings. */
export const ownKeys: Record<Action, string> = {
  answer: 'Control+Shift+A',
  decline: 'Control+Shift+R',
  mute: 'Control+Shift+M',
  hold: 'Control+Shift+H',
  end: 'Control+Shift+E',
  ready: 'Control+Shift+Y',
  dial: 'Control+Shift+D',
  palette: 'Control+K',
  incoming: 'F6',
  complaint: 'Alt+1',
  task: 'Alt+2',
  wrapUp: 'Alt+3',
  nextThing: 'Control+Shift+X',
  raiseHand: 'Control+Shift+U',
  askManager: 'Alt+7',
  tellFloor: 'Control+Shift+F',
  superviseListen: 'Alt+4',
  superviseWhisper: 'Alt+5',
  superviseBarge: 'Alt+6',
  cheatSheet: '?',
};

export const actionWords: Record<Action, Message> = defineMessages({
  answer: { id: 'action.answer' },
  decline: { id: 'action.decline' },
  mute: { id: 'action.mute' },
  hold: { id: 'action.hold' },
  end: { id: 'action.end' },
  ready: { id: 'action.ready' },
  dial: { id: 'action.dial' },
  palette: { id: 'action.palette' },
  incoming: { id: 'action.incoming' },
  complaint: { id: 'action.complaint' },
  task: { id: 'action.task' },
  wrapUp: { id: 'action.wrapUp' },
  nextThing: { id: 'action.nextThing' },
  raiseHand: { id: 'action.raiseHand' },
  askManager: { id: 'action.askManager' },
  tellFloor: { id: 'action.tellFloor' },
  superviseListen: { id: 'action.superviseListen' },
  superviseWhisper: { id: 'action.superviseWhisper' },
  superviseBarge: { id: 'action.superviseBarge' },
  cheatSheet: { id: 'action.cheatSheet' },
});
