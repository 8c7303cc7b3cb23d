import type { Language } from '@ringside/shared/model/language';
import { asId } from '@ringside/shared/model/ids';
import { seconds } from '@ringside/shared/model/instant';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Hotline, Menu, MenuChoice } from '../centre/hotline.ts';
import { plainHotline, service } from '../../testing/cast.ts';
import type { GuideNext } from './guide.ts';
import { again, begin, chosen, keyedAfter, mostKeys, pressed, said, silence, whenClosed } from './guide.ts';
import type { GuideStep } from './way.ts';

const text = (en: string) => ({ en, 'zh-Hant': en, 'zh-Hans': en });
const billing = asId<'queue'>('billing');
const reception = asId<'queue'>('reception');
const choices: readonly MenuChoice[] = [
  { key: '1', name: text('Repairs'), to: { to: 'queue', queueId: service } },
  { key: '2', name: text('中文'), to: { to: 'language', language: 'zh-Hant' } },
  {
    key: '3',
    name: text('My number'),
    to: { to: 'keyIn', what: 'customerNumber', prompt: 'key-in', queueId: billing },
  },
  { key: '4', name: text('A message'), to: { to: 'voicemail' } },
  { key: '5', name: text('Call me back'), to: { to: 'callback' } },
];
const menu: Menu = { prompt: 'menu', waitFor: seconds(5), repeats: 1, choices, otherwise: reception };
const line = (changed: Partial<Hotline> = {}): Hotline => ({
  hotlineId: asId('line'),
  name: text('Line'),
  numbers: ['1'],
  queueId: service,
  greeting: 'welcome',
  ...plainHotline,
  menu,
  ...changed,
});
const menuStep = (times = 1): GuideStep => ({ is: 'menu', said: times, otherwise: reception });
const keyInStep: GuideStep = { is: 'keyIn', what: 'customerNumber', prompt: 'key-in', queueId: billing };
const toQueue = (queueId: string) => expect.objectContaining({ next: 'go', to: { to: 'queue', queueId } });

describe('a line', () => {
  test('FLOW-1 without a menu leads to its queue', () =>
    expect(begin(line({ menu: null }))).toEqual(toQueue(service)));

  test('FLOW-1 with a menu greets and says it; a key ends both', () =>
    expect(begin(line())).toEqual({
      next: 'say',
      step: menuStep(),
      stems: ['welcome', 'menu'],
      stopAtKey: true,
    }));

  test('FLOW-2 that is closed says so and leads where it says', () => {
    const closed = line({ whenClosed: { prompt: 'we-are-closed', to: { to: 'voicemail' } } });
    const step = { is: 'sentOn', to: { to: 'voicemail' }, queueId: service, as: 'closed' };
    expect(whenClosed(closed, { by: 'hours' })).toEqual({
      next: 'say',
      step,
      stems: ['we-are-closed'],
      stopAtKey: false,
    });
  });

  test('FLOW-2 that was closed by hand says what was recorded for it, and its goodbye', () => {
    const closed = line({
      emergency: { reason: 'typhoon', prompt: 'typhoon' },
      whenClosed: { prompt: 'we-are-closed', to: { to: 'goodbye', prompt: 'goodbye' } },
    });
    expect(whenClosed(closed, { by: 'emergency', reason: 'typhoon' })).toMatchObject({
      stems: ['typhoon', 'goodbye'],
    });
  });

  test('FLOW-2 the standard words tell a holiday and an emergency from the end of the day; own words stay', () => {
    const to = { to: 'goodbye', prompt: null } as const;
    const standard = line({ whenClosed: { prompt: 'we-are-closed', to } });
    const own = line({ whenClosed: { prompt: 'our-words', to } });
    const holiday = { by: 'holiday', name: 'New Year' } as const;
    expect(whenClosed(standard, holiday)).toMatchObject({ stems: ['closed-holiday'] });
    expect(whenClosed(standard, { by: 'emergency', reason: 'fire' })).toMatchObject({
      stems: ['closed-emergency'],
    });
    expect(whenClosed(own, holiday)).toMatchObject({ stems: ['our-words'] });
  });

  test('FLOW-2 that has nothing to say sends the caller on at once', () => {
    const to = { to: 'goodbye', prompt: null } as const;
    expect(whenClosed(line({ whenClosed: { prompt: null, to } }), { by: 'hours' })).toEqual({
      next: 'go',
      to,
      queueId: service,
      as: 'closed',
    });
  });
});

describe('a menu', () => {
  test('FLOW-3 waits for a key after it was said', () =>
    expect(said(menuStep())).toEqual({ next: 'listen' }));

  test('FLOW-3 leads to the queue of the key', () =>
    expect(chosen(menuStep(), '1', menu, 0)).toEqual({
      choice: { key: '1', name: text('Repairs') },
      language: null,
      leadsTo: toQueue(service),
    }));

  test('FLOW-3 leads to a message or a callback', () => {
    expect(chosen(menuStep(), '4', menu, 0)?.leadsTo).toMatchObject({ next: 'go', to: { to: 'voicemail' } });
    expect(chosen(menuStep(), '5', menu, 0)?.leadsTo).toMatchObject({ next: 'go', to: { to: 'callback' } });
  });

  test('FLOW-5 is said again in the language that was chosen', () =>
    expect(chosen(menuStep(2), '2', menu, 0)).toMatchObject({
      language: 'zh-Hant',
      leadsTo: { next: 'say', step: menuStep(1), stems: ['menu'] },
    }));

  test('FLOW-4 is said again after silence and after a wrong key, as often as it says', () => {
    expect(silence(menuStep(1), '', menu)).toMatchObject({ next: 'say', step: menuStep(2) });
    expect(pressed(menuStep(1), '9', '9', menu)).toMatchObject({
      step: menuStep(2),
      stems: ['not-understood', 'menu'],
    });
  });

  test('FLOW-4 leads to a person when nothing helps', () => {
    expect(silence(menuStep(2), '', menu)).toEqual(toQueue(reception));
    expect(pressed(menuStep(2), '0', '0', menu)).toEqual(toQueue(reception));
  });

  test('FLOW-4 that was taken away while a caller was in it leads to a person', () =>
    expect(silence(menuStep(1), '', null)).toEqual(toQueue(reception)));

  test('FLOW-9 is said again after a restart, and counts as the same time', () =>
    expect(again(menuStep(2), line(), null)).toMatchObject({
      next: 'say',
      step: menuStep(2),
      stems: ['menu'],
    }));
});

describe('a number that is keyed in', () => {
  test('FLOW-6 is asked for', () =>
    expect(chosen(menuStep(), '3', menu, 0)?.leadsTo).toEqual({
      next: 'say',
      step: keyInStep,
      stems: ['key-in'],
      stopAtKey: true,
    }));

  test('FLOW-6 is ended by #, silence, or its length', () => {
    const lookUp = { next: 'lookUp', what: 'customerNumber', queueId: billing };
    expect(pressed(keyInStep, '4', '1234', menu)).toEqual({ next: 'listen' });
    expect(pressed(keyInStep, '#', '1234', menu)).toEqual(lookUp);
    expect(silence(keyInStep, '1234', menu)).toEqual(lookUp);
    expect(pressed(keyInStep, '1', '1'.repeat(mostKeys), menu)).toEqual(lookUp);
  });

  test('FLOW-6 that was not keyed in holds nobody up', () =>
    expect(silence(keyInStep, '', menu)).toEqual(toQueue(billing)));

  test('FLOW-6 begins anew with *', () => {
    expect(['1', '2', '*', '7'].reduce(keyedAfter, '')).toBe('7');
    expect(keyedAfter('12', '#')).toBe('12');
  });
});

/** What may happen to a caller who is being led, as data. */
const happening = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...'0123456789*#') },
  { weight: 3, arbitrary: fc.constant('silence' as const) },
  { weight: 2, arbitrary: fc.constant('said' as const) },
  { weight: 1, arbitrary: fc.constant('restart' as const) },
  { weight: 1, arbitrary: fc.constant('menu gone' as const) },
);

const target = fc.oneof(
  fc.constant({ to: 'queue' as const, queueId: service }),
  fc
    .constantFrom<Language>('en', 'zh-Hant', 'zh-Hans')
    .map((language) => ({ to: 'language' as const, language })),
  fc.constantFrom('customerNumber' as const, 'caseReference' as const).map((what) => ({
    to: 'keyIn' as const,
    what,
    prompt: 'key-in',
    queueId: billing,
  })),
  fc.constantFrom({ to: 'voicemail' as const }, { to: 'callback' as const }),
);
const menus: fc.Arbitrary<Menu> = fc.record({
  prompt: fc.constant('menu'),
  waitFor: fc.constant(seconds(5)),
  repeats: fc.nat(5),
  choices: fc.uniqueArray(
    fc.record({ key: fc.constantFrom(...'0123456789*#'), name: fc.constant(text('x')), to: target }),
    { minLength: 1, maxLength: 12, selector: ({ key }) => key },
  ),
  otherwise: fc.constant(reception),
});

/** A caller on that line, to whom these things happen and then nothing more; what they came to, or null. */
function led(hotline: Hotline, begins: GuideNext, happenings: readonly string[]): GuideNext | null {
  let keyed = '';
  let made = 0;
  let now = hotline;
  let next: GuideNext = begins;
  let step: GuideStep | null = null;
  const idle = Array.from({ length: 20 }, () => 'silence');
  for (const what of [...happenings, ...idle]) {
    if (next.next === 'go' || next.next === 'lookUp') return next;
    if (next.next === 'say') {
      step = next.step;
      if (next.stems.length === 0) throw new Error('A caller who hears nothing');
    }
    if (step === null) throw new Error('A caller who is nowhere');
    if (what === 'menu gone') now = { ...now, menu: null };
    else if (what === 'restart') next = again(step, now, null);
    else if (what === 'said') next = said(step);
    else if (what === 'silence') next = silence(step, keyed, now.menu);
    else {
      const choice = chosen(step, what, now.menu, made);
      if (choice !== null) {
        made += 1;
        keyed = '';
        next = choice.leadsTo;
      } else {
        keyed = keyedAfter(keyed, what);
        next = pressed(step, what, keyed, now.menu);
      }
    }
  }
  return null;
}

describe('whatever a caller presses, and whenever they press nothing', () => {
  test('FLOW-8 they come to a queue or to an end', () => {
    fc.assert(
      fc.property(menus, fc.array(happening, { maxLength: 60 }), (some, happenings) => {
        const hotline = line({ menu: some });
        expect(led(hotline, begin(hotline), happenings)).not.toBeNull();
      }),
      { numRuns: 500 },
    );
  });

  test('FLOW-8 they can’t play with the languages for ever', () => {
    const happenings = Array.from({ length: 40 }, () => '2');
    expect(led(line(), begin(line()), happenings)).toEqual(toQueue(reception));
  });
});
