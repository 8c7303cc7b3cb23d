import type { QueueId } from '@ringside/shared/model/ids';
import type { Language } from '@ringside/shared/model/language';
import { unreachable } from '@ringside/shared/model/unreachable';
import type { Hotline, Menu, MenuChoice } from '../centre/hotline.ts';
import type { Destination } from '../centre/queue.ts';
import type { ClosedWhy, GuideStep, KeyedIn, MenuChoiceMade } from './way.ts';

/**
 * How the gateway's voice leads a caller (SPEC FLOW). Sounds are stems here; the language is added where they are said.
 *
 *   begin ─▶ menu ─key─▶ queue, voicemail, callback
 *             │ ▲ └─key─▶ keyIn ─#, silence─▶ looked up, then queue
 *             │ └─silence, wrong key, language: said again─┐
 *             └─────────────────────────────────────────────┘─said often enough─▶ the menu's `otherwise`
 *   closed, overflow ─▶ sentOn ─said─▶ queue, voicemail, callback, end
 */
export type GuideNext =
  | {
      readonly next: 'say';
      readonly step: GuideStep;
      readonly stems: readonly string[];
      readonly stopAtKey: boolean;
    }
  /** silence, for as long as the menu gives */
  | { readonly next: 'listen' }
  | { readonly next: 'stay' }
  | { readonly next: 'lookUp'; readonly what: KeyedIn['what']; readonly queueId: QueueId }
  | {
      readonly next: 'go';
      readonly to: Destination;
      readonly queueId: QueueId;
      readonly as: 'closed' | 'overflowed';
    };

/** A key was recognised as a choice. */
export interface Chosen {
  readonly choice: MenuChoiceMade;
  readonly language: Language | null;
  readonly leadsTo: GuideNext;
}

/** The longest number somebody keys in. */
export const mostKeys = 20;
/** Who has chosen this often plays with the keys. */
const mostChoices = 8;

/** FLOW-1: what an open line begins with. */
export function begin(hotline: Hotline): GuideNext {
  const { menu, greeting, queueId } = hotline;
  if (menu === null) return toQueue(queueId);
  const step: GuideStep = { is: 'menu', said: 1, otherwise: menu.otherwise };
  return { next: 'say', step, stems: spoken(greeting, menu.prompt), stopAtKey: true };
}

/** FLOW-2: what callers of a closed line are told, and where they are sent then. */
export function whenClosed(hotline: Hotline, why: ClosedWhy): GuideNext {
  const { whenClosed: rule, queueId } = hotline;
  return sendOn({ to: rule.to, queueId, as: 'closed', first: closedPrompt(hotline, why) });
}

/** The standard words tell a holiday and an emergency from the end of the day; own words are said as they are. */
function closedPrompt({ whenClosed: { prompt }, emergency }: Hotline, { by }: ClosedWhy): string | null {
  if (by === 'emergency' && emergency !== null && emergency.prompt !== null) return emergency.prompt;
  return prompt === standardWords.hours ? standardWords[by] : prompt;
}

const standardWords = {
  hours: 'we-are-closed',
  holiday: 'closed-holiday',
  emergency: 'closed-emergency',
} as const satisfies Record<ClosedWhy['by'], string>;

/** Said before the menu is said again. */
const wrongKey = 'not-understood';

/** Says what there is to say, then goes there. */
export function sendOn(how: {
  readonly to: Destination;
  readonly queueId: QueueId;
  readonly as: 'closed' | 'overflowed';
  readonly first: string | null;
}): GuideNext {
  const { to, queueId, as, first } = how;
  const stems = spoken(first, to.to === 'goodbye' ? to.prompt : null);
  if (stems.length === 0) return { next: 'go', to, queueId, as };
  return { next: 'say', step: { is: 'sentOn', to, queueId, as }, stems, stopAtKey: false };
}

/** What was said is over. */
export function said(step: GuideStep): GuideNext {
  return step.is === 'sentOn'
    ? { next: 'go', to: step.to, queueId: step.queueId, as: step.as }
    : { next: 'listen' };
}

/** FLOW-3: the choice a key stands for in a menu; null: none. `choicesMade` before this one. */
export function chosen(step: GuideStep, key: string, menu: Menu | null, choicesMade: number): Chosen | null {
  const choice = step.is === 'menu' ? menu?.choices.find((one) => one.key === key) : undefined;
  if (step.is !== 'menu' || !menu || !choice) return null;
  const leadsTo = choicesMade >= mostChoices ? toQueue(step.otherwise) : targetOf(choice, menu);
  const language = choice.to.to === 'language' ? choice.to.language : null;
  return { choice: { key, name: choice.name }, language, leadsTo };
}

function targetOf({ to }: MenuChoice, menu: Menu): GuideNext {
  switch (to.to) {
    case 'queue':
      return toQueue(to.queueId);
    case 'language':
      return sayMenu(menu, 1);
    case 'keyIn': {
      const { what, prompt, queueId } = to;
      return { next: 'say', step: { is: 'keyIn', what, prompt, queueId }, stems: [prompt], stopAtKey: true };
    }
    case 'voicemail':
    case 'callback':
      return { next: 'go', to, queueId: menu.otherwise, as: 'overflowed' };
    default:
      return unreachable(to);
  }
}

/** What is keyed in after one more key: # ends it, * begins anew. */
export function keyedAfter(keyedIn: string, key: string): string {
  if (key === '*') return '';
  return key === '#' ? keyedIn : keyedIn + key;
}

/** FLOW-4, FLOW-6: a key that is no choice. `keyedIn`: what stands there with it. */
export function pressed(step: GuideStep, key: string, keyedIn: string, menu: Menu | null): GuideNext {
  switch (step.is) {
    case 'menu':
      return sayFirst(wrongKey, silence(step, keyedIn, menu));
    case 'keyIn':
      return key === '#' || keyedIn.length >= mostKeys ? entered(step, keyedIn) : { next: 'listen' };
    case 'sentOn':
      return { next: 'stay' };
    default:
      return unreachable(step);
  }
}

/** FLOW-4: no key came. A prompt whose end was never reported counts as heard. */
export function silence(step: GuideStep, keyedIn: string, menu: Menu | null): GuideNext {
  switch (step.is) {
    case 'menu':
      return menu === null || step.said > menu.repeats
        ? toQueue(step.otherwise)
        : sayMenu(menu, step.said + 1);
    case 'keyIn':
      return entered(step, keyedIn);
    case 'sentOn':
      return said(step);
    default:
      return unreachable(step);
  }
}

/** FLOW-9: after a restart the caller is spoken to again, from the beginning of what they were hearing. */
export function again(step: GuideStep, hotline: Hotline | null, closed: ClosedWhy | null): GuideNext {
  switch (step.is) {
    case 'menu':
      return hotline?.menu ? sayMenu(hotline.menu, step.said) : toQueue(step.otherwise);
    case 'keyIn':
      return { next: 'say', step, stems: [step.prompt], stopAtKey: true };
    case 'sentOn':
      return sendOn({
        ...step,
        first: hotline && closed && step.as === 'closed' ? closedPrompt(hotline, closed) : null,
      });
    default:
      return unreachable(step);
  }
}

function entered(step: GuideStep & { is: 'keyIn' }, keyedIn: string): GuideNext {
  const { what, queueId } = step;
  return keyedIn === '' ? toQueue(queueId) : { next: 'lookUp', what, queueId };
}

const sayMenu = (menu: Menu, times: number): GuideNext => ({
  next: 'say',
  step: { is: 'menu', said: times, otherwise: menu.otherwise },
  stems: [menu.prompt],
  stopAtKey: true,
});

const sayFirst = (stem: string, next: GuideNext): GuideNext =>
  next.next === 'say' ? { ...next, stems: [stem, ...next.stems] } : next;

const toQueue = (queueId: QueueId): GuideNext => ({
  next: 'go',
  to: { to: 'queue', queueId },
  queueId,
  as: 'overflowed',
});

const spoken = (...stems: readonly (string | null)[]): readonly string[] =>
  stems.filter((stem) => stem !== null);
