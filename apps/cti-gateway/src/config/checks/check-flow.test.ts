import { describe, expect, test } from 'vitest';
import { centre as read } from '../centre.ts';
import { checkCentre } from './check-centre.ts';

const name = { en: 'Blue Magpie', 'zh-Hant': '藍鵲', 'zh-Hans': '蓝鹊' };
const office = { calendarId: 'office', name, week: { mon: ['09:00-18:00'] } };
const line = (changed: object) => ({
  hotlineId: 'service',
  name,
  numbers: ['6789'],
  queueId: 'service',
  ...changed,
});
const queue = (queueId: string, changed: object = {}) => ({ queueId, name, ...changed });

/** Where it is and why, of a centre as an operator writes it. */
function findings(written: object): readonly string[] {
  const centre = read.parse({
    name,
    region: 'TW',
    timeZone: 'Asia/Taipei',
    currency: 'TWD',
    calendars: [office],
    hotlines: [line({})],
    queues: [queue('service')],
    ...written,
  });
  return checkCentre({ centre }).map(({ path, why }) => `${path.slice(1).join('.')}: ${why}`);
}

describe('a centre that would leave callers where they are is refused', () => {
  test('OVER-3 a queue that flows over into itself', () => {
    const overflow = [{ when: 'waited', overSeconds: 30, to: { to: 'queue', queueId: 'service' } }];
    expect(findings({ queues: [queue('service', { overflow })] })).toEqual([
      expect.stringMatching(/^queues\.0\.overflow\.0\.to\.queueId: it leads callers in a circle/),
    ]);
  });

  test('OVER-3 queues that close together and send everybody to each other', () => {
    const to = (queueId: string) => [{ when: 'closed', to: { to: 'queue', queueId } }];
    const both = [
      queue('service', { calendarId: 'office', overflow: to('sales') }),
      queue('sales', { calendarId: 'office', overflow: to('service') }),
    ];
    expect(findings({ queues: both }).length).toBe(2);
  });

  test('OVER-3 but queues may help each other out', () => {
    const to = (queueId: string) => [{ when: 'unstaffed', to: { to: 'queue', queueId } }];
    expect(
      findings({
        queues: [queue('service', { overflow: to('sales') }), queue('sales', { overflow: to('service') })],
      }),
    ).toEqual([]);
  });

  test('FLOW-8 a menu of languages alone', () => {
    const choices = [{ key: '1', name, to: { to: 'language', language: 'en' } }];
    const menu = { prompt: 'welcome-service', choices, otherwise: 'service' };
    expect(findings({ hotlines: [line({ menu })] })).toEqual([
      expect.stringMatching(/^hotlines\.0\.menu\.choices: every choice is a language/),
    ]);
  });

  test('OVER-5 voicemail and callbacks that the queue does not have', () => {
    const overflow = [{ when: 'unstaffed', to: { to: 'voicemail' } }];
    const whenClosed = { prompt: null, to: { to: 'callback' } };
    const written = { hotlines: [line({ whenClosed })], queues: [queue('service', { overflow })] };
    expect(findings(written)).toEqual([
      'hotlines.0.whenClosed.to.to: queue service has no callback, so its callers would be sent to nothing',
      'queues.0.overflow.0.to.to: queue service has no voicemail, so its callers would be sent to nothing',
    ]);
    expect(
      findings({ ...written, queues: [queue('service', { overflow, voicemail: {}, callback: {} })] }),
    ).toEqual([]);
  });

  test('FLOW-2 a closed line that leads to a queue of the same hours', () => {
    const whenClosed = { prompt: null, to: { to: 'queue', queueId: 'service' } };
    expect(
      findings({
        hotlines: [line({ calendarId: 'office', whenClosed })],
        queues: [queue('service', { calendarId: 'office' })],
      }),
    ).toEqual([
      expect.stringMatching(/^hotlines\.0\.whenClosed\.to\.queueId: that queue keeps the same hours/),
    ]);
  });

  test('OVER-2 a rule for closing at a queue that never closes', () => {
    const overflow = [{ when: 'closed', to: { to: 'goodbye' } }];
    expect(findings({ queues: [queue('service', { overflow })] })).toEqual([
      expect.stringMatching(/^queues\.0\.overflow\.0\.when: the queue has no hours of its own/),
    ]);
  });
});
