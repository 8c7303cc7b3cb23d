import { expect, test } from 'vitest';
import { settled } from '../testing/manual-timers.ts';
import type { HeadsetPress } from './headset-port.ts';
import type { Hid, HidHeadset } from './web-hid-headset.ts';
import { webHidHeadset } from './web-hid-headset.ts';

type Heard = Parameters<HidHeadset['addEventListener']>[1];

/** A headset with hook (bit 0) and mute (bit 1, a push button) in report 8, and lights in report 9. */
class FakeHeadset implements HidHeadset {
  productName = 'Fake 75';
  opened = false;
  readonly lights: number[] = [];
  #heard: Heard[] = [];
  collections = [
    {
      usagePage: 0x0b,
      inputReports: [
        {
          reportId: 8,
          items: [
            { usages: [0x0b0020], reportSize: 1, reportCount: 1, isAbsolute: true },
            { usages: [0x0b002f], reportSize: 1, reportCount: 1, isAbsolute: false },
            { usages: [], reportSize: 6, reportCount: 1 },
          ],
        },
      ],
      outputReports: [
        {
          reportId: 9,
          items: [{ usages: [0x080017, 0x080009, 0x080018, 0x080020], reportSize: 1, reportCount: 4 }],
        },
      ],
    },
  ];
  async open() {
    this.opened = true;
  }
  async close() {
    this.opened = false;
  }
  async sendReport(_reportId: number, data: Uint8Array<ArrayBuffer>) {
    this.lights.push(data[0] ?? -1);
  }
  addEventListener(_event: 'inputreport', heard: Heard) {
    this.#heard.push(heard);
  }
  removeEventListener(_event: 'inputreport', heard: Heard) {
    this.#heard = this.#heard.filter((other) => other !== heard);
  }
  report(bits: number, reportId = 8) {
    for (const heard of this.#heard) heard({ reportId, data: new DataView(Uint8Array.of(bits).buffer) });
  }
}

class FakeHid implements Hid {
  #heard = new Map<string, ((event: { device: HidHeadset }) => void)[]>();
  allowed: HidHeadset[] = [];
  chosen: HidHeadset[] = [];
  async getDevices() {
    return this.allowed;
  }
  async requestDevice() {
    return this.chosen;
  }
  addEventListener(event: 'connect' | 'disconnect', heard: (event: { device: HidHeadset }) => void) {
    this.#heard.set(event, [...(this.#heard.get(event) ?? []), heard]);
  }
  say(event: 'connect' | 'disconnect', device: HidHeadset) {
    for (const heard of this.#heard.get(event) ?? []) heard({ device });
  }
}

async function given() {
  const [hid, headset] = [new FakeHid(), new FakeHeadset()];
  hid.allowed = [headset];
  const presses: HeadsetPress[] = [];
  const port = webHidHeadset(hid, (press) => presses.push(press));
  await settled();
  return { hid, headset, port, presses };
}
const [offHook, muteLight, ring, hold] = [1, 2, 4, 8];
const ringing = { call: 'ringing', muted: false, held: false } as const;
const talking = { call: 'talking', muted: false, held: false } as const;
const idle = { call: 'none', muted: false, held: false } as const;

test('the headset lights with the call', async () => {
  const { port, headset } = await given();
  for (const call of [ringing, talking, { ...talking, muted: true }, { ...talking, held: true }, idle])
    port.show(call);
  expect(headset.lights).toEqual([0, ring, offHook, offHook | muteLight, offHook | hold, 0]);
});

test('lifting the hook answers a ringing call, laying it down ends the call', async () => {
  const { port, headset, presses } = await given();
  port.show(ringing);
  headset.report(1);
  port.show(talking);
  headset.report(0);
  expect(presses).toEqual(['answer', 'end']);
});

test('pain 10: a headset that reports its own light back neither answers nor hangs up', async () => {
  const { port, headset, presses } = await given();
  port.show(talking);
  headset.report(1);
  port.show(idle);
  headset.report(0);
  expect(presses).toEqual([]);
});

test('the mute button asks once for each press, and only in a call', async () => {
  const { port, headset, presses } = await given();
  headset.report(2);
  headset.report(0);
  port.show(talking);
  headset.report(2);
  headset.report(0);
  headset.report(2);
  headset.report(0);
  expect(presses).toEqual(['mute', 'mute']);
});

test('what the headset changed by itself is set back, without an end to it', async () => {
  const { port, headset } = await given();
  port.show({ ...talking, muted: true });
  const before = headset.lights.length;
  headset.report(1);
  headset.report(1);
  expect(headset.lights.slice(before)).toEqual([offHook | muteLight]);
});

test('reports of other ids, empty or short ones press nothing', async () => {
  const { port, headset, presses } = await given();
  port.show(ringing);
  headset.report(255, 7);
  expect(presses).toEqual([]);
});

test('a headset that is plugged in later is taken up, one that is unplugged is forgotten', async () => {
  const hid = new FakeHid();
  const port = webHidHeadset(hid, () => undefined);
  await settled();
  expect(port.name).toBeNull();
  const headset = new FakeHeadset();
  hid.say('connect', headset);
  await settled();
  expect(port.name).toBe('Fake 75');
  hid.say('disconnect', headset);
  expect(port.name).toBeNull();
});

test('a mouse is no headset', async () => {
  const hid = new FakeHid();
  const mouse = new FakeHeadset();
  mouse.collections = mouse.collections.map((collection) => ({ ...collection, usagePage: 1 }));
  hid.chosen = [mouse];
  const port = webHidHeadset(hid, () => undefined);
  expect(await port.choose()).toBe(false);
  hid.chosen = [new FakeHeadset()];
  expect(await port.choose()).toBe(true);
});
