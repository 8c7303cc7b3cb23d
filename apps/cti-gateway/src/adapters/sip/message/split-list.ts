import { trimmed } from './characters.ts';

const COMMA = 44;
const QUOTE = 34;
const BACKSLASH = 92;
const LESS = 60;
const GREATER = 62;

/** Splits a list header at the commas that stand outside quotes and angle brackets (RFC 3261 section 7.3.1). Empty elements fall away. */
export function splitList(value: string): readonly string[] {
  if (!value.includes(',')) return [value];
  const elements: string[] = [];
  let start = 0;
  let inside: 'nothing' | 'quotes' | 'brackets' = 'nothing';
  const take = (end: number) => {
    const element = trimmed(value.slice(start, end));
    if (element !== '') elements.push(element);
    start = end + 1;
  };
  for (let at = 0; at < value.length; at += 1) {
    const code = value.charCodeAt(at);
    if (inside === 'quotes') {
      if (code === BACKSLASH) at += 1;
      else if (code === QUOTE) inside = 'nothing';
    } else if (inside === 'brackets') {
      if (code === GREATER) inside = 'nothing';
    } else if (code === QUOTE) inside = 'quotes';
    else if (code === LESS) inside = 'brackets';
    else if (code === COMMA) take(at);
  }
  take(value.length);
  return elements;
}
