/** DTLS 1.2 records, RFC 6347 §4.1. */
export const CONTENT = { changeCipherSpec: 20, alert: 21, handshake: 22, applicationData: 23 } as const;

export const RECORD_HEADER_LENGTH = 13;
/** {254, 253} is DTLS 1.2, {254, 255} what a first ClientHello may bear. */
export const DTLS_1_2 = 0xfefd;
const MAX_RECORDS = 32;

export interface DtlsRecord {
  readonly type: number;
  readonly version: number;
  readonly epoch: number;
  readonly sequence: number;
  readonly body: Buffer;
}

/** RFC 7983: first byte 20-63 is DTLS. */
export const looksLikeDtls = (packet: Buffer): boolean =>
  packet.length >= RECORD_HEADER_LENGTH && packet.readUInt8(0) >= 20 && packet.readUInt8(0) <= 63;

/** The records of one datagram, as far as they are whole. */
export const readRecords = (datagram: Buffer): readonly DtlsRecord[] => {
  const records: DtlsRecord[] = [];
  for (let at = 0; at + RECORD_HEADER_LENGTH <= datagram.length && records.length < MAX_RECORDS;) {
    const end = at + RECORD_HEADER_LENGTH + datagram.readUInt16BE(at + 11);
    if (end > datagram.length || datagram[at + 1] !== 0xfe) break;
    records.push({
      type: datagram.readUInt8(at),
      version: datagram.readUInt16BE(at + 1),
      epoch: datagram.readUInt16BE(at + 3),
      sequence: datagram.readUIntBE(at + 5, 6),
      body: datagram.subarray(at + RECORD_HEADER_LENGTH, end),
    });
    at = end;
  }
  return records;
};

export const writeRecord = (type: number, epoch: number, sequence: number, body: Buffer): Buffer => {
  const header = Buffer.alloc(RECORD_HEADER_LENGTH);
  header[0] = type;
  header.writeUInt16BE(DTLS_1_2, 1);
  header.writeUInt16BE(epoch, 3);
  header.writeUIntBE(sequence, 5, 6);
  header.writeUInt16BE(body.length, 11);
  return Buffer.concat([header, body]);
};
