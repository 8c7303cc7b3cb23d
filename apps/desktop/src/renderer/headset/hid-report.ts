/** Usages of the HID tables (usb.org, HUT 1.5): telephony page 0x0B, LED page 0x08, as page * 65536 + id. */
export const usage = {
  hookSwitch: 0x0b0020,
  phoneMute: 0x0b002f,
  ledMute: 0x080009,
  ledOffHook: 0x080017,
  ledRing: 0x080018,
  ledHold: 0x080020,
} as const;
export type Usage = (typeof usage)[keyof typeof usage];

/** The parts of WebHID's HIDReportInfo that a headset needs. */
export interface ReportInfo {
  readonly reportId?: number;
  readonly items?: readonly ReportItem[];
}
export interface ReportItem {
  readonly isArray?: boolean;
  readonly isAbsolute?: boolean;
  readonly isRange?: boolean;
  readonly usages?: readonly number[];
  readonly usageMinimum?: number;
  readonly usageMaximum?: number;
  readonly reportSize?: number;
  readonly reportCount?: number;
  readonly logicalMinimum?: number;
}

/** Where a usage stands: one bit of a report, or one value of an array of usage numbers. */
export interface Field {
  readonly usage: Usage;
  readonly reportId: number;
  readonly bit: number;
  readonly absolute: boolean;
  readonly array: { readonly size: number; readonly count: number; readonly value: number } | null;
}

/** All places of the usages we know, in reports as the device describes them. */
export function fieldsOf(reports: readonly ReportInfo[]): readonly Field[] {
  return reports.flatMap(({ reportId = 0, items = [] }) => {
    let bit = 0;
    return items.flatMap((item) => {
      const start = bit;
      bit += size(item) * count(item);
      return fieldsOfItem(item, reportId, start);
    });
  });
}

function fieldsOfItem(item: ReportItem, reportId: number, start: number): Field[] {
  return usagesOf(item).flatMap((candidate, at): Field[] => {
    const known = knownUsage(candidate);
    if (known === null) return [];
    const absolute = item.isAbsolute ?? true;
    if (!item.isArray)
      return [{ usage: known, reportId, bit: start + at * size(item), absolute, array: null }];
    const array = { size: size(item), count: count(item), value: (item.logicalMinimum ?? 0) + at };
    return [{ usage: known, reportId, bit: start, absolute, array }];
  });
}

/** At most as many as a report can hold, whatever range a broken device claims. */
function usagesOf({ isRange, usages, usageMinimum = 0, usageMaximum = -1 }: ReportItem): readonly number[] {
  if (!isRange) return (usages ?? []).slice(0, 256);
  const length = Math.min(Math.max(0, usageMaximum - usageMinimum + 1), 256);
  return Array.from({ length }, (_, at) => usageMinimum + at);
}

/** The usages of `fields` that are on in this report. */
export function usagesOn(fields: readonly Field[], reportId: number, data: DataView): ReadonlySet<Usage> {
  const on = fields.filter((field) => field.reportId === reportId && isOn(field, data));
  return new Set(on.map((field) => field.usage));
}

function isOn({ bit, array }: Field, data: DataView): boolean {
  if (array === null) return bits(data, bit, 1) === 1;
  return Array.from({ length: array.count }).some(
    (_, at) => bits(data, bit + at * array.size, array.size) === array.value,
  );
}

/** The reports that light exactly these usages: one for each report id that has a light of ours. */
export function reportsFor(
  fields: readonly Field[],
  on: ReadonlySet<Usage>,
): readonly { readonly reportId: number; readonly data: Uint8Array<ArrayBuffer> }[] {
  const ids = [...new Set(fields.map((field) => field.reportId))];
  return ids.map((reportId) => {
    const ours = fields.filter((field) => field.reportId === reportId && field.array === null);
    const length = Math.max(0, ...ours.map(({ bit }) => (bit >> 3) + 1));
    const data = new Uint8Array(length);
    for (const { usage: lit, bit } of ours) {
      if (on.has(lit)) data[bit >> 3] = (data[bit >> 3] ?? 0) | (1 << (bit & 7));
    }
    return { reportId, data };
  });
}

/** Unsigned, least significant bit first; bits beyond the report's end are 0. */
function bits(data: DataView, from: number, length: number): number {
  let value = 0;
  for (let i = 0; i < Math.min(length, 32); i++) {
    const at = from + i;
    const byte = at >> 3 < data.byteLength ? data.getUint8(at >> 3) : 0;
    value += ((byte >> (at & 7)) & 1) * 2 ** i;
  }
  return value;
}

const known: ReadonlySet<number> = new Set(Object.values(usage));
const knownUsage = (candidate: number): Usage | null => (known.has(candidate) ? (candidate as Usage) : null);
const size = ({ reportSize = 0 }: ReportItem): number => reportSize;
const count = ({ reportCount = 0 }: ReportItem): number => reportCount;
