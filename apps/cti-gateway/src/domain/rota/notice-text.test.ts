import { languages } from '@ringside/shared/model/language';
import { describe, expect, test } from 'vitest';
import type { RotaNoticeFacts, RotaNoticeKind } from './notice-text.ts';
import { rotaNoticeText } from './notice-text.ts';

const kinds = [
  'gap',
  'reminder',
  'swapAsked',
  'swapDone',
  'swapOver',
  'swapDeclined',
  'swapExpired',
  'handover',
  'handedOver',
  'changed',
] as const satisfies readonly RotaNoticeKind[];

/** The night in which London’s clocks go forward. */
const facts = (changed: Partial<RotaNoticeFacts> = {}): RotaNoticeFacts => ({
  kind: 'reminder',
  rotaName: 'Duty managers',
  centreName: 'Harbour Home',
  timeZone: 'Europe/London',
  who: 'Grace',
  spans: [{ from: Date.UTC(2027, 2, 27, 21), until: Date.UTC(2027, 2, 28, 8), what: '' }],
  count: 1,
  lines: [],
  ...changed,
});

describe('RNOTE e-mails about rotas', () => {
  test.each(kinds.flatMap((kind) => languages.map((language) => [kind, language] as const)))(
    '%s in %s leaves nothing to be filled in',
    (kind, language) => {
      const { subject, text } = rotaNoticeText(facts({ kind, count: 3 }), language);
      expect(`${subject} ${text}`).not.toMatch(/[{}]|undefined/u);
      expect(subject).toContain('Duty managers');
      expect(text.endsWith('Harbour Home')).toBe(true);
    },
  );

  test('times are those of the rota, with the zone that holds then', () => {
    const { text } = rotaNoticeText(facts(), 'en');
    expect(text).toContain('- Sat 27 Mar, 21:00 GMT – Sun 28 Mar, 09:00 BST');
  });

  test('a name with a dollar sign or braces is written as it is', () => {
    const { subject } = rotaNoticeText(facts({ kind: 'swapAsked', who: '$& {rota}' }), 'en');
    expect(subject).toContain('$& {rota} asks you');
  });

  test('of many times the first are listed, and how many there are more', () => {
    expect(rotaNoticeText(facts({ kind: 'gap', count: 40 }), 'zh-Hant').text).toContain('另有 39 筆');
  });
});
