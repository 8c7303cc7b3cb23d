import type { LiveCall } from './floor.ts';
import { wordsOver } from './choose-callback.ts';
import type { Saying } from './consequences.ts';
import type { Parts } from './parts.ts';
import { follow } from './record-events.ts';
import { beginMessage } from './voicemail.ts';

/** The end of something that was said to a caller who waits, leaves a message or a number. */
export function sayingOver(parts: Parts, live: LiveCall, announcementId: string): void {
  const what = announcementId.slice(0, announcementId.indexOf('-')) as Saying | 'callback' | 'guide' | '';
  switch (what) {
    case 'voicemail':
      return beginMessage(parts, live);
    case 'parting':
      return follow(parts, live, { do: 'part' });
    case 'callback':
      return wordsOver(parts, live, announcementId);
    case 'told':
    case 'reached':
    case 'guide':
    case '':
      return;
  }
}
