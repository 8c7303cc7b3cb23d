import { assert, oneof, property, string, stringMatching } from 'fast-check';
import { describe, expect, it } from 'vitest';
import { callingCodeOf, numbering } from './numbering.ts';

const { parse } = numbering();

describe('NUM-1 a number is read as people and networks write it', () => {
  it.each([
    ['02-2345 6789', 'TW', '+886223456789'],
    ['(02) 2345-6789', 'TW', '+886223456789'],
    ['0912345678', 'TW', '+886912345678'],
    ['(0)912/345678', 'TW', '+886912345678'],
    ['+886 (0)912 345 678', 'TW', '+886912345678'],
    ['886912345678', 'TW', '+886912345678'],
    ['00886912345678', 'TW', '+886912345678'],
    ['002 44 20 7946 0958', 'TW', '+442079460958'],
    ['0044 20 7946 0958', 'TW', '+442079460958'],
    ['442079460958', 'TW', '+442079460958'],
    ['tel:+886-912-345-678', 'TW', '+886912345678'],
    ['０９１２３４５６７８', 'TW', '+886912345678'],
    ['0800-000-123', 'TW', '+886800000123'],
    ['2345 6789', 'HK', '+85223456789'],
    ['(852) 9123 4567', 'HK', '+85291234567'],
    ['001 886 912345678', 'HK', '+886912345678'],
    ['138 0013 8000', 'CN', '+8613800138000'],
    ['010-6552 9988', 'CN', '+861065529988'],
    ['8613800138000', 'CN', '+8613800138000'],
    ['020 7946 0958', 'GB', '+442079460958'],
    ['07700 900123', 'GB', '+447700900123'],
    ['+44 (0)20 7946 0958', 'TW', '+442079460958'],
    ['(212) 555-0123', 'US', '+12125550123'],
    ['011 886 912 345 678', 'US', '+886912345678'],
    ['1 212 555 0123', 'US', '+12125550123'],
    ['8123 4567', 'SG', '+6581234567'],
    ['0912345678', 'tw', '+886912345678'],
  ])('%s in %s is %s', (text, region, number) => {
    expect(parse(text, region)).toBe(number);
  });
});

describe('NUM-2 an extension is dropped', () => {
  it.each([
    ['02-2345 6789 #123', 'TW', '+886223456789'],
    ['02-2345 6789 分機 12', 'TW', '+886223456789'],
    ['010-6552 9988 转 801', 'CN', '+861065529988'],
    ['+1 212 555 0123 ext. 9', 'US', '+12125550123'],
    ['020 7946 0958 x42', 'GB', '+442079460958'],
    ['tel:+886223456789;ext=12', 'TW', '+886223456789'],
  ])('%s in %s is %s', (text, region, number) => {
    expect(parse(text, region)).toBe(number);
  });
});

describe('NUM-3 what is no telephone number is refused', () => {
  it.each([
    ['', 'TW'],
    ['+', 'TW'],
    ['service', 'TW'],
    ['1-800-FLOWERS', 'US'],
    ['6789', 'TW'],
    ['110', 'TW'],
    ['+999123456789', 'TW'],
    ['1234567890123456789', 'TW'],
    ['sip:+886912345678@example.com', 'TW'],
    ['09123*5678', 'TW'],
    ['0912345678'.padEnd(65, ' '), 'TW'],
    ['02 2345 6789', 'XX'],
  ])('%j in %s', (text, region) => {
    expect(parse(text, region)).toBeNull();
  });

  it('whatever the text, the answer is null or a number in E.164 form', () => {
    const digits = stringMatching(/^[+0-9 ()/.#x-]{0,40}$/u);
    assert(
      property(oneof(string({ unit: 'grapheme' }), digits), (text) => {
        const number = parse(text, 'TW');
        expect(number === null || /^\+[1-9][0-9]{6,14}$/u.test(number)).toBe(true);
      }),
    );
  });
});

it.each(['009001234567', '+886 09001234567', '+886 0009001234567'])(
  'DIAL-2 %s is not read as a local number that a carrier would write "00…" and connect abroad',
  (text) => {
    expect(parse(text, 'TW') ?? '').not.toMatch(/^\+8860/u);
  },
);

describe('NUM-1 a number that begins with 0 after its country code, where it does so', () => {
  it.each([
    ['+39 06 6982', 'TW', '+39066982'],
    ['+225 07 07 12 34 56', 'TW', '+2250707123456'],
  ])('%s in %s is %s', (text, region, number) => {
    expect(parse(text, region)).toBe(number);
  });
});

describe('NUM-4 the same text is read again in no time and alike', () => {
  it('gives the same answer after thousands of other numbers', () => {
    const { parse: read } = numbering();
    const before = read('0912345678', 'TW');
    for (let i = 0; i < 5_000; i += 1) read(`09${String(i).padStart(8, '0')}`, 'TW');
    expect(read('0912345678', 'TW')).toBe(before);
    expect(read('0912345678', 'HK')).not.toBe(before);
  });
});

it('NUM-5 a region has its country code', () => {
  expect(callingCodeOf('TW')).toBe('886');
  expect(callingCodeOf('hk')).toBe('852');
  expect(callingCodeOf('XX')).toBeNull();
});
