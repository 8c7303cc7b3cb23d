import type { AbsenceKind, RotaFaultKind } from '@ringside/shared/model/rota';
import type { ShiftView } from '@ringside/shared/protocol/rota';
import { defineMessages } from 'react-intl';
import type { Message } from '../i18n/text.ts';
import { localeOf } from '../i18n/locale.ts';
import type { Words } from './words.ts';

/** How it came that somebody is on, or nobody. */
export const shiftHowWords: Record<ShiftView['how'], Message> = defineMessages({
  turn: { id: 'rotaHow.turn' },
  plan: { id: 'rotaHow.plan' },
  byHand: { id: 'rotaHow.byHand' },
  swap: { id: 'rotaHow.swap' },
  cover: { id: 'rotaHow.cover' },
  declared: { id: 'rotaHow.declared' },
  gap: { id: 'rotaHow.gap' },
});

export const rotaFaultWords: Record<RotaFaultKind, Message> = defineMessages({
  nobody: { id: 'rotaFault.nobody' },
  absent: { id: 'rotaFault.absent' },
  notActive: { id: 'rotaFault.notActive' },
  notReachable: { id: 'rotaFault.notReachable' },
  twice: { id: 'rotaFault.twice' },
  tooLittleRest: { id: 'rotaFault.tooLittleRest' },
  overLimit: { id: 'rotaFault.overLimit' },
});

export const absenceKindWords: Record<AbsenceKind, Message> = defineMessages({
  holiday: { id: 'absenceKind.holiday' },
  sick: { id: 'absenceKind.sick' },
  training: { id: 'absenceKind.training' },
  other: { id: 'absenceKind.other' },
});

/** A local time of a rota as people say it: "Mon 23 Nov 09:00". It has no zone: it stands as it is on the wall there. */
export const wallText = (local: string, words: Words): string =>
  words.t({ id: 'rota.dayAndTime' }, { day: wallDay(local.slice(0, 10), words), time: local.slice(11) });

export const wallDay = (date: string, { language }: Words): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    weekday: 'short',
    day: 'numeric',
    month: 'short',
  }).format(Date.parse(`${date}T00:00Z`));

/** "1 – 30 Nov 2026", as the language writes it. */
export const wallDays = (first: string, last: string, { language }: Words): string =>
  new Intl.DateTimeFormat(localeOf(language), {
    timeZone: 'UTC',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
  }).formatRange(Date.parse(`${first}T00:00Z`), Date.parse(`${last}T00:00Z`));

/** From one local time to another: the second day is said only where it is another. */
export function wallSpan(from: string, until: string, words: Words): string {
  const isOneDay = from.slice(0, 10) === until.slice(0, 10);
  const end = isOneDay ? until.slice(11) : wallText(until, words);
  return `${wallText(from, words)} – ${end}`;
}
