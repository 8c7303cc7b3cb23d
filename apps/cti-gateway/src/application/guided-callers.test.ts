import * as fc from 'fast-check';
import type { CallId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import { hours, minutes, seconds } from '@ringside/shared/model/instant';
import { expect, test } from 'vitest';
import type { Calendar } from '../domain/centre/calendar.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { Hotline } from '../domain/centre/hotline.ts';
import type { Destination, OverflowRule } from '../domain/centre/queue.ts';
import { billing, centre, service } from '../testing/cast.ts';
import type { Rig } from '../testing/rig.ts';
import { openRig } from '../testing/rig.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const day = (until: number, exceptions: Calendar['exceptions'] = []): Calendar => ({
  calendarId: asId(`until-${until}-${exceptions.length}`),
  name: text('Hours'),
  timeZone: null,
  week: { mon: [], tue: [], wed: [], thu: [], fri: [], sat: [{ from: 0, until }], sun: [] },
  exceptions,
});
/** It is Saturday, ten o'clock: open all day, closing in five minutes, closed since eight, a holiday. */
const calendars = [
  day(1_440),
  day(605),
  day(480),
  day(1_440, [{ date: '2026-11-21', name: 'Founders’ Day', open: [] }]),
];
const calendarId = fc.constantFrom(null, ...calendars.map((calendar) => calendar.calendarId));
const menu: Hotline['menu'] = {
  prompt: 'menu',
  waitFor: seconds(5),
  repeats: 2,
  otherwise: service,
  choices: [
    { key: '1', name: text('Service'), to: { to: 'queue', queueId: service } },
    { key: '2', name: text('Bills'), to: { to: 'queue', queueId: billing } },
    { key: '3', name: text('中文'), to: { to: 'language', language: 'zh-Hant' } },
    {
      key: '4',
      name: text('Number'),
      to: { to: 'keyIn', what: 'customerNumber', prompt: 'key-in', queueId: billing },
    },
    { key: '5', name: text('Message'), to: { to: 'voicemail' } },
  ],
};

const destination = fc.constantFrom<Destination>(
  { to: 'queue', queueId: service },
  { to: 'queue', queueId: billing },
  { to: 'voicemail' },
  { to: 'goodbye', prompt: 'goodbye' },
  { to: 'goodbye', prompt: null },
);
const rules: fc.Arbitrary<OverflowRule[]> = fc.array(
  fc.record({
    when: fc.constantFrom<OverflowRule['when']>(
      'waited',
      'expectedWait',
      'callersPerAgent',
      'full',
      'closed',
      'unstaffed',
    ),
    over: fc.constantFrom(0, 1, seconds(20)),
    to: destination,
  }),
  { maxLength: 3 },
);
const queueRules = fc.record({
  overflow: rules,
  calendarId,
  capacity: fc.constantFrom(0, 1, 50),
});
const line = fc.record({
  menu: fc.constantFrom(menu, null),
  calendarId,
  answer: fc.constantFrom('atOnce' as const, 'withAgent' as const),
  whenClosed: fc.record({ prompt: fc.constantFrom('we-are-closed', null), to: destination }),
  emergency: fc.constantFrom(null, { reason: 'Typhoon', prompt: null }),
});

type Happening =
  | { readonly on: 'key'; readonly key: string }
  | { readonly on: 'wait'; readonly ms: number }
  | { readonly on: 'said' | 'restart' };
const happening: fc.Arbitrary<Happening> = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...'0123456789*#').map((key) => ({ on: 'key' as const, key })) },
  {
    weight: 3,
    arbitrary: fc
      .constantFrom(100, seconds(5), seconds(30), minutes(4))
      .map((ms) => ({ on: 'wait' as const, ms })),
  },
  { weight: 3, arbitrary: fc.constant({ on: 'said' as const }) },
  { weight: 1, arbitrary: fc.constant({ on: 'restart' as const }) },
);

async function happens(rig: Rig, callId: CallId, what: Happening): Promise<void> {
  const legId = asId<'leg'>(`${callId}-customer`);
  switch (what.on) {
    case 'key':
      return rig.happens({ type: 'digitsGenerated', callId, legId, digit: what.key });
    case 'wait':
      return rig.advance(what.ms);
    case 'said': {
      const last = rig.telephony.asked.findLast((one) => one.callId === callId && one.ask === 'announce');
      if (last === undefined) return;
      const announcementId = String(last['announcementId']);
      return rig.happens({ type: 'announced', callId, announcementId, how: 'finished' });
    }
    case 'restart':
      await rig.happens({ type: 'legRecord', callId, legId, record: 'r' });
      return rig.restart([callId]);
  }
}

/** Where a caller is who is with nobody yet: in a queue, in somebody else's hands, or gone. */
const places = new Set([
  'CallQueued',
  'CallEnded',
  'CallRefused',
  'CallSentToVoicemail',
  'CallSentToCallback',
]);

test('FLOW-8 whatever the line and its queues are set to, whatever a caller presses and whenever they call: a queue or an outcome', async () => {
  await fc.assert(
    fc.asyncProperty(
      line,
      fc.tuple(queueRules, queueRules),
      fc.array(happening, { maxLength: 25 }),
      async (changed, [first, second], happenings) => {
        const voicemail = { longest: minutes(1), dueWithin: hours(4) };
        const set: Partial<Centre> = {
          calendars,
          hotlines: centre.hotlines.map((hotline) => ({ ...hotline, ...changed })),
          queues: centre.queues.map((queue, i) => ({ ...queue, voicemail, ...(i === 0 ? first : second) })),
        };
        const rig = await openRig({ centre: set });
        const callId = await rig.callIn();
        for (const what of happenings) await happens(rig, callId, what);
        for (let idle = 0; idle < 9; idle += 1) await rig.advance(minutes(4));
        const stored = await rig.store.events(`call-${callId}`);
        expect(stored.some(({ type }) => places.has(type))).toBe(true);
        // the switch of this test never reports a recording
        const faults = rig.log.lines.filter(
          ({ level, what }) => level === 'error' && !what.includes('message'),
        );
        expect(faults).toEqual([]);
      },
    ),
    { numRuns: 150 },
  );
}, 120_000);
