/** One property as RFC 5545 section 3.1 writes it: NAME;PARAMETER=value:VALUE. */
export interface ContentLine {
  /** of the file, from 1, where it begins */
  readonly line: number;
  /** as it was written, unfolded */
  readonly text: string;
  /** in capitals; "" where the line is none */
  readonly name: string;
  readonly parameters: ReadonlyMap<string, string>;
  readonly value: string;
}

/** The lines of an iCalendar file; a line that begins with a space or tab belongs to the one before. */
export function contentLines(text: string): readonly ContentLine[] {
  const unfolded: { line: number; text: string }[] = [];
  for (const [index, physical] of text
    .replace(/^\uFEFF/, '')
    .split(/\r\n|\n|\r/)
    .entries()) {
    const last = unfolded.at(-1);
    if (last !== undefined && (physical.startsWith(' ') || physical.startsWith('\t')))
      last.text += physical.slice(1);
    else if (physical !== '') unfolded.push({ line: index + 1, text: physical });
  }
  return unfolded.map(({ line, text: whole }) => ({ line, text: whole, ...partsOf(whole) }));
}

const NAME = /^[A-Za-z0-9-]+$/;

function partsOf(text: string): Pick<ContentLine, 'name' | 'parameters' | 'value'> {
  const colon = valueBegins(text);
  const [name = '', ...parameters] = (colon === -1 ? '' : text.slice(0, colon)).split(';');
  if (!NAME.test(name)) return { name: '', parameters: new Map(), value: '' };
  return {
    name: name.toUpperCase(),
    parameters: new Map(parameters.map(parameterOf)),
    value: text.slice(colon + 1).trim(),
  };
}

/** The first colon that does not stand in quotation marks. */
function valueBegins(text: string): number {
  let quoted = false;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === '"') quoted = !quoted;
    else if (text[i] === ':' && !quoted) return i;
  }
  return -1;
}

function parameterOf(text: string): [string, string] {
  const [key = '', value = ''] = text.split('=');
  return [key.toUpperCase(), value.replaceAll('"', '')];
}
