import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { mergeFields } from './letter.ts';
import type { MergeValues } from './merge-text.ts';
import { asOneLine, asProse, hasHole, hole, mergeFaults, mergeText } from './merge-text.ts';

const nothing = Object.fromEntries(mergeFields.map((field) => [field, null])) as Record<string, null>;
const values = (some: Partial<MergeValues>): MergeValues => ({ ...nothing, ...some }) as MergeValues;

/** Braces, the marks of holes, line breaks and other letters, in any order. */
const nastyText = fc
  .array(
    fc.constantFrom(
      '{{',
      '}}',
      '{',
      '}',
      '⟦',
      '⟧',
      '\r',
      '\n',
      '\u2028',
      '\u0000',
      '\u202e',
      'case.title',
      'today',
      '陳',
      ' ',
      'Bcc: x',
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(''));

describe('templates', () => {
  test('LETTER-1 Grace is told where a field stands that does not exist', () => {
    expect(mergeFaults('Dear {{customer.salutation}},\n\nsee {{case.nr}}.')).toEqual([
      { fault: 'unknownField', field: 'case.nr', line: 3, column: 5 },
    ]);
  });

  test.each([
    ['{{today', 'notClosed', 1],
    ['today}}', 'notOpened', 6],
    ['{{ {today}}', 'notClosed', 1],
    ['{{today}}}}', 'notOpened', 10],
  ] as const)('LETTER-1 and of the brace in %s', (template, fault, column) => {
    expect(mergeFaults(template)[0]).toMatchObject({ fault, line: 1, column });
  });

  test('LETTER-1 a template without faults leaves no brace of its own in a letter, whatever it says', () => {
    const all = values(Object.fromEntries(mergeFields.map((field) => [field, 'x'])));
    fc.assert(
      fc.property(nastyText, fc.constantFrom(...mergeFields), nastyText, (before, field, after) => {
        const template = `${before}{{${field}}}${after}`;
        fc.pre(mergeFaults(template).length === 0);
        expect(mergeText(template, all).text).not.toMatch(/\{\{|\}\}/);
      }),
    );
  });
});

describe('a letter filled in', () => {
  test('LETTER-2 for 陳大文 it has his values', () => {
    const of = values({ 'customer.salutation': '陳先生', 'case.reference': 'C-2291' });
    expect(mergeText('{{customer.salutation}}您好：{{ case.reference }}', of)).toEqual({
      text: '陳先生您好：C-2291',
      missing: [],
    });
  });

  test('LETTER-2 what Mr Okafor wrote is text: a value is never read for fields', () => {
    fc.assert(
      fc.property(nastyText, nastyText, (title, name) => {
        fc.pre(title.trim() !== '' && name.trim() !== '');
        const of = values({ 'case.title': title, 'customer.name': name, today: 'TODAY' });
        expect(mergeText('[{{case.title}}|{{customer.name}}]', of).text).toBe(`[${title}|${name}]`);
      }),
    );
  });

  test('LETTER-3 a field without a value leaves a hole that is seen, and is named once', () => {
    const { text, missing } = mergeText(
      'by {{clock.update}}, {{clock.update}}',
      values({ 'clock.update': '  ' }),
    );
    expect(text).toBe('by ⟦clock.update⟧, ⟦clock.update⟧');
    expect(missing).toEqual(['clock.update']);
    expect(hasHole(text)).toBe(true);
  });

  test('LETTER-3 every field without a value is found again in the text', () => {
    fc.assert(
      fc.property(fc.subarray([...mergeFields]), (known) => {
        const template = mergeFields.map((field) => `{{${field}}}`).join('\n');
        const { text, missing } = mergeText(
          template,
          values(Object.fromEntries(known.map((field) => [field, 'x']))),
        );
        expect(missing).toEqual(mergeFields.filter((field) => !known.includes(field)));
        expect(hasHole(text)).toBe(missing.length > 0);
        for (const field of missing) expect(text).toContain(hole(field));
      }),
    );
  });
});

test('LETTER-4 a subject is one line, whatever is written into it', () => {
  // oxlint-disable-next-line no-control-regex -- they are what must not be there
  const unseen = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/;
  const codes = fc.array(fc.integer({ min: 0, max: 0x2100 }), { maxLength: 40 });
  const anyText = fc.oneof(
    nastyText,
    codes.map((all) => String.fromCodePoint(...all)),
  );
  fc.assert(fc.property(anyText, (text) => !unseen.test(asOneLine(text))));
  expect(asOneLine('Sorry\r\nBcc: all@example.com')).toBe('Sorry Bcc: all@example.com');
});

test('LETTER-4 a text keeps its lines and tabs, and no other sign that is not seen', () => {
  expect(asProse('one\r\ntwo\rthree\u2028four\tfive\u0000\u202e')).toBe('one\ntwo\nthree\nfour\tfive');
});
