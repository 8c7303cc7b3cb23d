import { part, type Speech } from '../voices.ts';

const ONES = ['ling2', 'yi1', 'er4', 'san1', 'si4', 'wu3', 'liu4', 'qi1', 'ba1', 'jiu3'];
const WRITTEN = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** Tens and ones, as Mandarin puts them: 23 is 二十三. */
const mandarin = (value: number, digits: readonly string[], ten: string, between: string): string => {
  const [tens, ones] = [Math.floor(value / 10), value % 10];
  if (tens === 0) return digits[ones] ?? '';
  const parts = [tens === 1 ? '' : (digits[tens] ?? ''), ten, ones === 0 ? '' : (digits[ones] ?? '')];
  return parts.filter((one) => one !== '').join(between);
};

/** Digits, places in a queue, and minutes. */
const VALUES: readonly number[] = [...Array(21).keys(), 25, 30, 35, 40, 45, 50, 55, 60];

export const NUMBERS: readonly Speech[] = VALUES.flatMap((value) => {
  const chinese = [mandarin(value, WRITTEN, '十', ''), mandarin(value, ONES, 'shi2', ' ')] as const;
  return part(`number-${value}`, { en: String(value), 'zh-Hant': chinese, 'zh-Hans': chinese });
});
