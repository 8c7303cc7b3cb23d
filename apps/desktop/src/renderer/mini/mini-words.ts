import type { Language, LocalText } from '@ringside/shared/model/language';
import type { MiniView } from '../../ipc/contract.ts';

const words = {
  answer: { en: 'Answer', 'zh-Hant': '接聽', 'zh-Hans': '接听' },
  mute: { en: 'Mute', 'zh-Hant': '靜音', 'zh-Hans': '静音' },
  unmute: { en: 'Unmute', 'zh-Hant': '解除靜音', 'zh-Hans': '取消静音' },
  onHold: { en: 'On hold', 'zh-Hant': '保留中', 'zh-Hans': '保持中' },
  muted: { en: 'Muted', 'zh-Hant': '已靜音', 'zh-Hans': '已静音' },
} satisfies Record<string, LocalText>;

export interface MiniText {
  readonly is: 'offer' | 'call' | 'nothing';
  readonly name: string;
  readonly detail: string;
  readonly act: { readonly does: 'answer' | 'mute'; readonly label: string } | null;
}

/** What the mini window reads at a moment. An offer stands before a running call. */
export function miniText({ offer, call, language }: MiniView, now: number): MiniText {
  if (offer) {
    return {
      is: 'offer',
      name: offer.title,
      detail: offer.body,
      act: { does: 'answer', label: words.answer[language] },
    };
  }
  if (!call) return { is: 'nothing', name: '', detail: '', act: null };
  const held = call.held ? [words.onHold[language]] : [];
  const muted = call.muted && !call.held ? [words.muted[language]] : [];
  const next = call.next === null ? [] : [call.next];
  return {
    is: 'call',
    name: call.name,
    detail: [clock(now - call.since), ...held, ...muted, ...next].join(' · '),
    act: call.held ? null : { does: 'mute', label: muteLabel(call.muted, language) },
  };
}

function muteLabel(muted: boolean, language: Language): string {
  return (muted ? words.unmute : words.mute)[language];
}

/** m:ss, and h:mm:ss from an hour on. */
export function clock(elapsedMs: number): string {
  const total = Math.max(0, Math.floor(elapsedMs / 1000));
  const two = (count: number) => String(count).padStart(2, '0');
  const hours = Math.floor(total / 3600);
  const minutes = Math.floor(total / 60) % 60;
  return hours > 0 ? `${hours}:${two(minutes)}:${two(total % 60)}` : `${minutes}:${two(total % 60)}`;
}
