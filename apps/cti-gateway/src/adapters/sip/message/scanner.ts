import { isSpaceCode, isTokenCode } from './characters.ts';

const QUOTE = 34;
const BACKSLASH = 92;

/** A place in a header value that only moves forward, so that reading is linear whatever the text. */
export class Scanner {
  readonly text: string;
  at = 0;

  constructor(text: string) {
    this.text = text;
  }

  get ended(): boolean {
    return this.at >= this.text.length;
  }

  /** The character code here, or -1 at the end. */
  peek(): number {
    return this.at < this.text.length ? this.text.charCodeAt(this.at) : -1;
  }

  skipSpace(): void {
    while (this.at < this.text.length && isSpaceCode(this.text.charCodeAt(this.at))) this.at += 1;
  }

  /** Takes one character, with the optional white space around it (SWS in the grammar). */
  separator(character: string): boolean {
    this.skipSpace();
    if (this.peek() !== character.charCodeAt(0)) return false;
    this.at += 1;
    this.skipSpace();
    return true;
  }

  /** The run of characters for which `belongs` holds; may be empty. */
  run(belongs: (code: number) => boolean): string {
    const start = this.at;
    while (this.at < this.text.length && belongs(this.text.charCodeAt(this.at))) this.at += 1;
    return this.text.slice(start, this.at);
  }

  token(): string {
    return this.run(isTokenCode);
  }

  /** Everything up to `character`, which is taken too; null when it does not come. */
  upTo(character: string): string | null {
    const end = this.text.indexOf(character, this.at);
    if (end === -1) return null;
    const before = this.text.slice(this.at, end);
    this.at = end + 1;
    return before;
  }

  rest(): string {
    const rest = this.text.slice(this.at);
    this.at = this.text.length;
    return rest;
  }

  /** A quoted string without its quotes and escapes; null when it is not one or does not end. */
  quoted(): string | null {
    if (this.peek() !== QUOTE) return null;
    const pieces: string[] = [];
    let from = this.at + 1;
    for (let at = from; at < this.text.length; at += 1) {
      const code = this.text.charCodeAt(at);
      if (code === QUOTE) {
        this.at = at + 1;
        pieces.push(this.text.slice(from, at));
        return pieces.join('');
      }
      if (code === BACKSLASH) {
        pieces.push(this.text.slice(from, at));
        from = at + 1;
        at += 1;
      }
    }
    return null;
  }
}

/** A quoted string of any text; line ends can't be carried and become spaces. */
export function quote(text: string): string {
  let quoted = '"';
  for (const character of text) {
    if (character === '"' || character === '\\') quoted += '\\';
    quoted += character === '\r' || character === '\n' ? ' ' : character;
  }
  return `${quoted}"`;
}
