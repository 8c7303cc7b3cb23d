/** A zip file of empty members with these names, as APPNOTE.TXT has it. */
export function zipOf(names: readonly string[]): Uint8Array {
  const members = names.map((name) => new TextEncoder().encode(name));
  const files = members.map((name) => [...record(0x04034b50, 30, { 26: name.length }), ...name]);
  const directory = members.flatMap((name) => [...record(0x02014b50, 46, { 28: name.length }), ...name]);
  const local = files.flat();
  const end = record(0x06054b50, 22, {
    8: names.length,
    10: names.length,
    12: directory.length,
    16: local.length,
  });
  return Uint8Array.from([...local, ...directory, ...end]);
}

/** A record of this length with 16-bit values at these places. */
function record(signature: number, length: number, values: Readonly<Record<number, number>>): Uint8Array {
  const bytes = new Uint8Array(length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  for (const [at, value] of Object.entries(values)) view.setUint16(Number(at), value, true);
  return bytes;
}
