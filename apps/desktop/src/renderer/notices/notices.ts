import { create } from 'zustand';
import type { Message } from '../i18n/text.ts';

export interface ShownNotice {
  readonly id: number;
  readonly tone: 'info' | 'good' | 'warn' | 'bad';
  readonly message: Message;
  readonly values: Readonly<Record<string, string | number>>;
}

export const useNotices = create<{ readonly notices: readonly ShownNotice[] }>(() => ({ notices: [] }));

let lastId = 0;
const mostShown = 3;
const shownFor: Record<ShownNotice['tone'], number> = { info: 8_000, good: 6_000, warn: 12_000, bad: 15_000 };

/** Says something in a corner of the screen, and to a screen reader, without taking the focus. */
export function say(tone: ShownNotice['tone'], message: Message, values: ShownNotice['values'] = {}): void {
  lastId += 1;
  const id = lastId;
  useNotices.setState(({ notices }) => {
    const others = notices.filter((notice) => notice.message.id !== message.id);
    return { notices: [...others, { id, tone, message, values }].slice(-mostShown) };
  });
  setTimeout(() => unsay(id), shownFor[tone]);
}

export function unsay(id: number): void {
  useNotices.setState(({ notices }) => ({ notices: notices.filter((notice) => notice.id !== id) }));
}
