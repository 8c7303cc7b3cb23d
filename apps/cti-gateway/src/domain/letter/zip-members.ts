/** Limits of APPNOTE.TXT 4.3.16: the end record is 22 bytes and a comment of at most 65535. */
const endRecordBytes = 22;
const mostComment = 65_535;
const entryBytes = 46;
const mostMembers = 10_000;

/** Names of a zip file's members from its central directory, as far as the given end of it holds it; null: it does not. */
export function zipMembers(tail: Uint8Array): readonly string[] | null {
  const view = new DataView(tail.buffer, tail.byteOffset, tail.byteLength);
  const end = endRecordAt(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  let at = end - view.getUint32(end + 12, true);
  if (at < 0 || count > mostMembers) return null;
  const names: string[] = [];
  for (let nth = 0; nth < count; nth += 1) {
    if (at + entryBytes > end || view.getUint32(at, true) !== 0x02014b50) return null;
    const [name, extra, comment] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    if (at + entryBytes + name > end) return null;
    names.push(new TextDecoder().decode(tail.subarray(at + entryBytes, at + entryBytes + name)));
    at += entryBytes + name + extra + comment;
  }
  return names;
}

/** The last place where an end record stands whose comment ends with the file. */
function endRecordAt(view: DataView): number | null {
  const last = view.byteLength - endRecordBytes;
  for (let at = last; at >= 0 && at >= last - mostComment; at -= 1)
    if (
      view.getUint32(at, true) === 0x06054b50 &&
      at + endRecordBytes + view.getUint16(at + 20, true) === view.byteLength
    )
      return at;
  return null;
}
