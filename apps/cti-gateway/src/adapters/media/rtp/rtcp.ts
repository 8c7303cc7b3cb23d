/** RTCP sender and receiver reports, RFC 3550 §6.4: what loss and round-trip time need, nothing more. */
const SENDER_REPORT = 200;
const RECEIVER_REPORT = 201;
const SOURCE_DESCRIPTION = 202;
const BLOCK_LENGTH = 24;
const SENDER_LENGTH = 20;
const MAX_PACKETS = 16;
/** Seconds between the eras of NTP (1900) and Unix (1970). */
const NTP_OFFSET = 2_208_988_800;

export interface ReportBlock {
  /** whose stream is reported on */
  readonly ssrc: number;
  /** 0-255 of 256 since the last report */
  readonly fractionLost: number;
  readonly cumulativeLost: number;
  readonly extendedHighest: number;
  /** timestamp units */
  readonly jitter: number;
  /** the middle 32 bits of the NTP time of the last sender report received, 0 without */
  readonly lastReport: number;
  /** since that report, in 1/65536 s */
  readonly delay: number;
}

export interface HeardReports {
  /** middle 32 bits of the NTP time in a sender report, or null */
  readonly senderReport: number | null;
  readonly blocks: readonly ReportBlock[];
}

/** NTP time in 1/65536 s, modulo 2^32: the middle 32 bits. `at` in ms since 1970. */
export const middleNtp = (at: number): number => Math.floor((at / 1_000 + NTP_OFFSET) * 65_536) % 2 ** 32;

const readBlock = (packet: Buffer, at: number): ReportBlock => ({
  ssrc: packet.readUInt32BE(at),
  fractionLost: packet.readUInt8(at + 4),
  cumulativeLost: packet.readIntBE(at + 5, 3),
  extendedHighest: packet.readUInt32BE(at + 8),
  jitter: packet.readUInt32BE(at + 12),
  lastReport: packet.readUInt32BE(at + 16),
  delay: packet.readUInt32BE(at + 20),
});

/** Reports in a compound packet, as far as it is whole; anything else in it is passed over. */
export const readReports = (packet: Buffer, length: number): HeardReports => {
  const blocks: ReportBlock[] = [];
  let senderReport: number | null = null;
  for (let at = 0, count = 0; at + 8 <= length && count < MAX_PACKETS; count++) {
    const end = at + 4 + packet.readUInt16BE(at + 2) * 4;
    if (packet.readUInt8(at) >> 6 !== 2 || end > length) break;
    const type = packet.readUInt8(at + 1);
    const isSender = type === SENDER_REPORT && at + 8 + SENDER_LENGTH <= end;
    if (isSender) senderReport = packet.readUInt32BE(at + 10);
    if (isSender || type === RECEIVER_REPORT) {
      const first = at + 8 + (isSender ? SENDER_LENGTH : 0);
      for (
        let block = 0;
        block < (packet.readUInt8(at) & 0x1f) && first + (block + 1) * BLOCK_LENGTH <= end;
        block++
      ) {
        blocks.push(readBlock(packet, first + block * BLOCK_LENGTH));
      }
    }
    at = end;
  }
  return { senderReport, blocks };
};

export interface Report {
  readonly ssrc: number;
  /** ms since 1970 */
  readonly at: number;
  readonly timestamp: number;
  readonly packets: number;
  readonly octets: number;
  readonly block: ReportBlock | null;
}

const writeBlock = (packet: Buffer, at: number, block: ReportBlock): void => {
  packet.writeUInt32BE(block.ssrc, at);
  packet[at + 4] = block.fractionLost;
  packet.writeIntBE(Math.min(block.cumulativeLost, 0x7f_ffff), at + 5, 3);
  packet.writeUInt32BE(block.extendedHighest, at + 8);
  packet.writeUInt32BE(block.jitter, at + 12);
  packet.writeUInt32BE(block.lastReport, at + 16);
  packet.writeUInt32BE(block.delay, at + 20);
};

/** CNAME "ringside" (RFC 3550 §6.5.1), padded to a multiple of four. */
const writeDescription = (packet: Buffer, at: number, ssrc: number): number => {
  const name = 'ringside';
  packet.fill(0, at, at + 20);
  packet[at] = 0x81;
  packet[at + 1] = SOURCE_DESCRIPTION;
  packet.writeUInt16BE(4, at + 2);
  packet.writeUInt32BE(ssrc, at + 4);
  packet[at + 8] = 1;
  packet[at + 9] = name.length;
  packet.write(name, at + 10, 'ascii');
  return at + 20;
};

/** A sender report with at most one block, and the source's name; gives the length. */
export const writeReport = (packet: Buffer, report: Report): number => {
  const blocks = report.block ? 1 : 0;
  packet[0] = 0x80 | blocks;
  packet[1] = SENDER_REPORT;
  packet.writeUInt16BE(6 + blocks * 6, 2);
  packet.writeUInt32BE(report.ssrc, 4);
  packet.writeUInt32BE((Math.floor(report.at / 1_000) + NTP_OFFSET) % 2 ** 32, 8);
  packet.writeUInt32BE(Math.floor(((report.at % 1_000) / 1_000) * 2 ** 32), 12);
  packet.writeUInt32BE(report.timestamp, 16);
  packet.writeUInt32BE(report.packets % 2 ** 32, 20);
  packet.writeUInt32BE(report.octets % 2 ** 32, 24);
  if (report.block) writeBlock(packet, 28, report.block);
  return writeDescription(packet, 28 + blocks * BLOCK_LENGTH, report.ssrc);
};
