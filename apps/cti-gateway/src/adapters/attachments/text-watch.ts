/** Control characters other than tab, line feed, form feed and carriage return do not stand in a text. */
const isControl = (byte: number): boolean =>
  byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0c && byte !== 0x0d;

/** Looks at a file piece by piece: whether all of it is valid UTF-8 without control characters. */
export function textWatch(): { see(piece: Uint8Array): void; isText(): boolean } {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let isText = true;
  const decode = (piece?: Uint8Array) => {
    try {
      decoder.decode(piece, { stream: piece !== undefined });
    } catch {
      isText = false;
    }
  };
  return {
    see: (piece) => {
      if (!isText) return;
      if (piece.some(isControl)) isText = false;
      else decode(piece);
    },
    isText: () => {
      if (isText) decode();
      return isText;
    },
  };
}
