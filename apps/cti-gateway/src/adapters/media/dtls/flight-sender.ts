import { sealRecord, type RecordKey } from './record-cipher.ts';
import { writeRecord } from './record.ts';

const MAX_DATAGRAM = 1_200;

export interface OutgoingRecord {
  readonly type: number;
  /** sealed records are of epoch 1 */
  readonly sealed: boolean;
  readonly body: Buffer;
}

/** Numbers, seals and packs records into datagrams. A record sent again gets a new number (RFC 6347 §4.2.4). */
export class FlightSender {
  readonly #send: (datagram: Buffer) => void;
  #key: RecordKey | null = null;
  #plainCount = 0;
  #sealedCount = 0;

  constructor(send: (datagram: Buffer) => void) {
    this.#send = send;
  }

  sealWith(key: RecordKey): void {
    this.#key = key;
  }

  send(records: readonly OutgoingRecord[]): void {
    let datagram = Buffer.alloc(0);
    for (const record of records) {
      const bytes = this.#write(record);
      if (datagram.length > 0 && datagram.length + bytes.length > MAX_DATAGRAM) {
        this.#send(datagram);
        datagram = Buffer.alloc(0);
      }
      datagram = Buffer.concat([datagram, bytes]);
    }
    this.#send(datagram);
  }

  #write({ type, sealed, body }: OutgoingRecord): Buffer {
    if (!sealed) return writeRecord(type, 0, this.#plainCount++, body);
    if (!this.#key) throw new Error('A record can be sealed only once there are keys');
    const sequence = this.#sealedCount++;
    return writeRecord(type, 1, sequence, sealRecord(this.#key, type, 1, sequence, body));
  }
}
