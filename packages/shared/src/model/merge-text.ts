import type { MergeField } from './letter.ts';
import { isMergeField } from './letter.ts';

/** What is wrong in a template, and where: line and column count from 1. */
export interface MergeFault {
  readonly fault: 'unknownField' | 'notClosed' | 'notOpened';
  readonly field: string;
  readonly line: number;
  readonly column: number;
}

type Piece = { readonly text: string } | { readonly field: string; readonly at: number };

/** A field that had no value stands in the letter like this until a person writes what belongs there (LETTER-3). */
export const hole = (field: MergeField): string => `⟦${field}⟧`;

const FIELD = /\{\{([^{}]*)\}\}/gu;
const LEFT_OPEN = /\{\{|\}\}|⟦|⟧/u;

function piecesOf(template: string): Piece[] {
  const pieces: Piece[] = [];
  let from = 0;
  for (const match of template.matchAll(FIELD)) {
    pieces.push({ text: template.slice(from, match.index) });
    pieces.push({ field: (match[1] ?? '').trim(), at: match.index });
    from = match.index + match[0].length;
  }
  return [...pieces, { text: template.slice(from) }];
}

/** LETTER-1: fields that do not exist, and braces that do not belong to one. */
export function mergeFaults(template: string): MergeFault[] {
  const faults: MergeFault[] = [];
  const raise = (fault: MergeFault['fault'], field: string, at: number) =>
    faults.push({ fault, field, ...placeOf(template, at) });
  let at = 0;
  for (const piece of piecesOf(template)) {
    if ('field' in piece) {
      if (!isMergeField(piece.field)) raise('unknownField', piece.field, piece.at);
      at = template.indexOf('}}', piece.at) + 2;
      continue;
    }
    for (const brace of piece.text.matchAll(/\{\{|\}\}/gu))
      raise(brace[0] === '{{' ? 'notClosed' : 'notOpened', '', at + brace.index);
    at += piece.text.length;
  }
  return faults;
}

function placeOf(template: string, at: number): { readonly line: number; readonly column: number } {
  const before = template.slice(0, at).split('\n');
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 };
}

export type MergeValues = Readonly<Record<MergeField, string | null>>;

export interface Merged {
  readonly text: string;
  /** fields without a value, each once, as they come */
  readonly missing: readonly MergeField[];
}

/**
 * LETTER-2: each field of the template is replaced by its value, once: what a value says is text, never a field. A field
 * without a value leaves a hole that can be seen.
 */
export function mergeText(template: string, values: MergeValues): Merged {
  const missing = new Set<MergeField>();
  const text = piecesOf(template).map((piece) => {
    if ('text' in piece) return piece.text;
    if (!isMergeField(piece.field)) return `{{${piece.field}}}`;
    const value = values[piece.field];
    if (value !== null && value.trim() !== '') return value;
    missing.add(piece.field);
    return hole(piece.field);
  });
  return { text: text.join(''), missing: [...missing] };
}

/** LETTER-3: whether a text still has a field or a hole in it, and so is sent to nobody. */
export const hasHole = (text: string): boolean => LEFT_OPEN.test(text);

/** LETTER-4: one line, for a subject: no line break, control or direction sign can be smuggled into a header. */
export const asOneLine = (text: string): string =>
  text
    .replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '')
    .replaceAll(/ {2,}/gu, ' ')
    .trim();

/** A letter's body: line breaks are "\n", other control and direction signs are gone. */
export const asProse = (text: string): string =>
  text
    .replaceAll(/\r\n?|[\u2028\u2029]/gu, '\n')
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u0008\u000B-\u001F\u007F-\u009F]/gu, '')
    .replaceAll(/[\u202A-\u202E\u2066-\u2069]/gu, '');
