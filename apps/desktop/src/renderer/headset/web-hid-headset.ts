import type { HeadsetCall, HeadsetPort, HeadsetPress } from './headset-port.ts';
import { pressOf } from './headset-press.ts';
import type { Field, ReportInfo, Usage } from './hid-report.ts';
import { fieldsOf, reportsFor, usage, usagesOn } from './hid-report.ts';

/** The parts of WebHID that are used, so that a test can stand in for a headset. */
export interface Hid {
  getDevices(): Promise<readonly HidHeadset[]>;
  requestDevice(options: { filters: readonly { usagePage: number }[] }): Promise<readonly HidHeadset[]>;
  addEventListener(event: 'connect' | 'disconnect', heard: (event: { device: HidHeadset }) => void): void;
}
export interface HidHeadset {
  readonly productName: string;
  readonly opened: boolean;
  readonly collections: readonly {
    readonly usagePage?: number;
    readonly inputReports?: readonly ReportInfo[];
    readonly outputReports?: readonly ReportInfo[];
  }[];
  open(): Promise<void>;
  close(): Promise<void>;
  sendReport(reportId: number, data: Uint8Array<ArrayBuffer>): Promise<void>;
  addEventListener(event: 'inputreport', heard: (event: InputReport) => void): void;
  removeEventListener(event: 'inputreport', heard: (event: InputReport) => void): void;
}
interface InputReport {
  readonly reportId: number;
  readonly data: DataView;
}

const telephonyPage = 0x0b;

/** Any headset that speaks the telephony page, whoever made it. One that was allowed before is taken up again by itself. */
export function webHidHeadset(hid: Hid, pressed: (press: HeadsetPress) => void): HeadsetPort {
  let call: HeadsetCall = { call: 'none', muted: false, held: false };
  let headset: OpenHeadset | null = null;

  async function use(device: HidHeadset): Promise<void> {
    await headset?.close();
    headset = await openHeadset(device, () => call, pressed);
    headset.show(call);
  }

  async function useAllowed(): Promise<void> {
    const device = (await hid.getDevices()).find(isHeadset);
    if (device) await use(device);
  }

  const ignoreFault = (): void => undefined;
  hid.addEventListener('connect', ({ device }) => {
    if (!headset && isHeadset(device)) void use(device).catch(ignoreFault);
  });
  hid.addEventListener('disconnect', ({ device }) => {
    if (headset?.device === device) headset = null;
  });
  void useAllowed().catch(ignoreFault);

  return {
    get name() {
      return headset?.device.productName ?? null;
    },
    async choose() {
      const device = (await hid.requestDevice({ filters: [{ usagePage: telephonyPage }] })).find(isHeadset);
      if (!device) return false;
      await use(device);
      return true;
    },
    show(next) {
      call = next;
      headset?.show(next);
    },
    async close() {
      await headset?.close();
      headset = null;
    },
  };
}

const isHeadset = ({ collections }: HidHeadset): boolean =>
  collections.some(({ usagePage }) => usagePage === telephonyPage);

interface OpenHeadset {
  readonly device: HidHeadset;
  show(call: HeadsetCall): void;
  close(): Promise<void>;
}

async function openHeadset(
  device: HidHeadset,
  call: () => HeadsetCall,
  pressed: (press: HeadsetPress) => void,
): Promise<OpenHeadset> {
  const buttons = fieldsOf(device.collections.flatMap(({ inputReports }) => inputReports ?? []));
  const lights = fieldsOf(device.collections.flatMap(({ outputReports }) => outputReports ?? []));
  const isDown = new Map<Field, boolean>();

  const heard = ({ reportId, data }: InputReport): void => {
    const on = usagesOn(buttons, reportId, data);
    let moved = false;
    for (const field of buttons.filter((button) => button.reportId === reportId)) {
      const was = isDown.get(field) ?? false;
      const is = on.has(field.usage);
      isDown.set(field, is);
      moved ||= was !== is;
      const press =
        was === is ? null : pressOf({ usage: field.usage, on: is, absolute: field.absolute }, call());
      if (press) pressed(press);
    }
    // Whatever the headset changed by itself, it is set back to what is true. Headsets that report every light back would
    // go on for ever if this were done without a change.
    if (moved) show(call());
  };

  function show(state: HeadsetCall): void {
    for (const { reportId, data } of reportsFor(lights, lightsFor(state))) {
      device.sendReport(reportId, data).catch(() => undefined);
    }
  }

  if (!device.opened) await device.open();
  device.addEventListener('inputreport', heard);
  return {
    device,
    show,
    async close() {
      device.removeEventListener('inputreport', heard);
      show({ call: 'none', muted: false, held: false });
      await device.close();
    },
  };
}

function lightsFor({ call, muted, held }: HeadsetCall): ReadonlySet<Usage> {
  const lit: Usage[] = [];
  if (call === 'ringing') lit.push(usage.ledRing);
  if (call === 'talking') lit.push(usage.ledOffHook);
  if (call === 'talking' && muted) lit.push(usage.ledMute);
  if (held) lit.push(usage.ledHold);
  return new Set(lit);
}
