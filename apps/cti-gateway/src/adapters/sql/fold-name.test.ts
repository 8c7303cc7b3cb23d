import { describe, expect, it } from 'vitest';
import { fold, searchText, wordsOf } from './fold-name.ts';

const spelled = (written: string) =>
  searchText({ written, family: null, given: null, spoken: null, title: null }, '').pinyin.split(' ');

describe('folding names for search', () => {
  it.each([
    ['陳大文', '陈大文'],
    ['臺灣', '台湾'],
    ['衛峯', '卫峰'],
    ['Siobhán O’Brien', 'siobhan obrien'],
    ['  Peter   CHAN ', 'peter chan'],
    ['ＡＢＣ１２', 'abc12'],
    ['Nguyễn Thị Lan', 'nguyen thi lan'],
  ])('%s and %s are one to search', (written, folded) => {
    expect(fold(written)).toBe(folded);
  });

  it('folds a character alike wherever it stands, as phrase conversion would not', () => {
    expect(fold('乾隆').slice(0, 1)).toBe(fold('乾').slice(0, 1));
    expect(fold('餅乾').slice(-1)).toBe(fold('乾').slice(0, 1));
  });

  it('takes each Han character as a word and leaves other words whole', () => {
    expect(wordsOf('陈大文 chan tai-man 3f')).toEqual(['陈', '大', '文', 'chan', 'tai', 'man', '3f']);
  });

  it.each([
    ['陳大文', ['chen', 'da', 'wen', 'chendawen', 'dawen', 'cdw']],
    ['單小明', ['shan', 'shanxiaoming']],
    ['曾國華', ['zeng', 'zengguohua']],
    ['歐陽娜', ['ouyangna', 'na']],
    ['呂綠', ['lv', 'lu', 'lvlv', 'lulu']],
  ])('%s is spelled as the name is said', (written, spellings) => {
    expect(spelled(written)).toEqual(expect.arrayContaining(spellings));
  });
});
