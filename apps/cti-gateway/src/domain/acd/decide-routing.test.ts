import { asId } from '@ringside/shared/model/ids';
import { minutes, seconds } from '@ringside/shared/model/instant';
import { describe, expect, test } from 'vitest';
import { agent, caller, queue, standing } from '../../testing/routing-builders.ts';
import { decideRouting } from './decide-routing.ts';
import type { RoutingQuestion } from './routing-line.ts';

const start = 1_000_000;
const asked = (question: Partial<RoutingQuestion>) =>
  decideRouting({ now: start, callers: [], agents: [], queues: [queue()], ...question });
const paired = (question: Partial<RoutingQuestion>) =>
  asked(question).pairs.map(({ callId, agentId }) => `${callId} → ${agentId}`);

describe('choosing an agent', () => {
  const okafor = caller('okafor', start);

  test('ACD-1 takes only those with every skill, as well as the queue asks', () => {
    const queues = [queue({ skills: { english: 3, billing: 1 } })];
    const agents = [
      agent('maya', 1, { english: 5 }),
      agent('wei', 2, { english: 2, billing: 5 }),
      agent('li', 3, { english: 3, billing: 1 }),
    ];
    expect(paired({ queues, agents, callers: [okafor] })).toEqual(['okafor → li']);
  });

  test('ACD-2 takes who has been ready longest', () => {
    expect(paired({ agents: [agent('maya', 5), agent('li', 3)], callers: [okafor] })).toEqual([
      'okafor → li',
    ]);
  });

  test('ACD-3 equal waits go by id, whatever the order they are named in', () => {
    const agents = [agent('maya', 3), agent('li', 3)];
    expect(paired({ agents, callers: [okafor] })).toEqual(['okafor → li']);
    expect(paired({ agents: agents.toReversed(), callers: [okafor] })).toEqual(['okafor → li']);
  });

  test('ACD-4 asks another agent before one who let the call pass, however short their wait', () => {
    const callers = [caller('okafor', start, { passedOver: [asId('maya')] })];
    expect(paired({ agents: [agent('maya', 1), agent('li', 9)], callers })).toEqual(['okafor → li']);
  });

  test('ACD-4 asks them again when nobody else is ready, and says so', () => {
    const callers = [caller('okafor', start, { passedOver: [asId('maya')] })];
    const { pairs } = asked({ agents: [agent('maya', 1)], callers });
    expect(pairs.map(({ agentId, why }) => [agentId, why.chosen])).toEqual([['maya', 'lastResort']]);
  });

  test('ACD-14 of those who fit, who has more of the preferred skills comes first, but nobody needs them', () => {
    const queues = [queue({ skills: { service: 1 }, preferredSkills: ['warranty'] })];
    const maya = agent('maya', 1, { service: 3 });
    const li = agent('li', 9, { service: 1, warranty: 2 });
    const { pairs } = asked({ queues, agents: [maya, li], callers: [okafor] });
    expect(pairs.map(({ agentId, why }) => [agentId, why.chosen])).toEqual([['li', 'preferredSkills']]);
    expect(paired({ queues, agents: [maya], callers: [okafor] })).toEqual(['okafor → maya']);
  });

  test('ACD-19 a call that a person sent to Maya waits for her alone, and asks for no skill', () => {
    const queues = [queue({ skills: { english: 5 } })];
    const callers = [caller('okafor', start, { only: asId('maya') })];
    const agents = [agent('li', 1, { english: 5 }), agent('maya', 9)];
    expect(paired({ queues, agents, callers })).toEqual(['okafor → maya']);
    expect(paired({ queues, agents: agents.slice(0, 1), callers })).toEqual([]);
  });
});

describe('the line', () => {
  const maya = agent('maya', 1);

  test('ACD-5 who waits longer is served first', () => {
    const callers = [caller('chen', start - 1_000), caller('okafor', start - 2_000)];
    expect(paired({ agents: [maya], callers })).toEqual(['okafor → maya']);
  });

  test('ACD-5 a caller whom nobody can serve does not hold up those behind', () => {
    const queues = [queue({ queueId: 'mandarin', skills: { mandarin: 1 } }), queue()];
    const callers = [caller('chen', start - 9_000, { queueId: 'mandarin' }), caller('okafor', start)];
    expect(paired({ queues, agents: [maya], callers })).toEqual(['okafor → maya']);
  });

  test('ACD-11 a point counts like a minute of waiting: three points come before less than three minutes', () => {
    const queues = [queue({ priority: { tiers: { mvc: 3 } } })];
    const chen = caller('chen', start, { standing: standing({ tier: 'mvc' }) });
    const ahead = caller('okafor', start - minutes(3) + 1);
    const further = caller('okafor', start - minutes(3) - 1);
    expect(paired({ queues, agents: [maya], callers: [ahead, chen] })).toEqual(['chen → maya']);
    expect(paired({ queues, agents: [maya], callers: [further, chen] })).toEqual(['okafor → maya']);
  });

  test('ACD-11 tier, line, open complaint and up to three attempts given up add up, and are told', () => {
    const priority = { tiers: { mvc: 3 }, hotlines: { complaints: 2 }, openComplaint: 1, abandonedBefore: 1 };
    const chen = caller('chen', start - minutes(1), {
      hotlineId: asId('complaints'),
      standing: standing({ tier: 'mvc', openComplaint: true, abandonedBefore: 5 }),
    });
    const [pair] = asked({ queues: [queue({ priority })], agents: [maya], callers: [chen] }).pairs;
    expect(pair?.why).toMatchObject({
      points: {
        total: 9,
        terms: [
          { for: 'tier', points: 3 },
          { for: 'hotline', points: 2 },
          { for: 'openComplaint', points: 1 },
          { for: 'abandonedBefore', points: 3 },
        ],
      },
      waited: minutes(1),
      effectiveWait: minutes(10),
    });
  });

  test('ACD-12 who has waited as long as the queue guarantees comes before everybody else’s points', () => {
    const queues = [queue({ priority: { tiers: { mvc: 60 } }, guaranteedWait: minutes(5) })];
    const chen = caller('chen', start - minutes(4), { standing: standing({ tier: 'mvc' }) });
    const okafor = caller('okafor', start - minutes(5));
    const { pairs } = asked({ queues, agents: [maya], callers: [chen, okafor] });
    expect(pairs.map(({ callId, why }) => [callId, why.guarantee])).toEqual([['okafor', 'decided']]);
  });

  test('ACD-12 among those who reached it the first to come is first, whatever the points', () => {
    const queues = [queue({ priority: { tiers: { mvc: 60 } }, guaranteedWait: minutes(5) })];
    const chen = caller('chen', start - minutes(6), { standing: standing({ tier: 'mvc' }) });
    const okafor = caller('okafor', start - minutes(7));
    expect(paired({ queues, agents: [maya], callers: [chen, okafor] })).toEqual(['okafor → maya']);
  });

  test('ACD-20 an agent of two queues takes whoever counts the longest wait, from either', () => {
    const queues = [queue({ queueId: 'service' }), queue({ queueId: 'sales' })];
    const callers = [
      caller('chen', start - 5_000, { queueId: 'sales' }),
      caller('okafor', start - 6_000, { queueId: 'service' }),
      caller('weber', start - 4_000, { queueId: 'sales' }),
    ];
    expect(paired({ queues, agents: [maya], callers })).toEqual(['okafor → maya']);
  });

  test('ACD-18 tells the place in the queue, how many waited, and how many were served meanwhile', () => {
    const callers = [caller('chen', start - 1), caller('okafor', start - 2, { servedMeanwhile: 4 })];
    const [pair] = asked({ agents: [maya], callers }).pairs;
    expect(pair?.why).toMatchObject({ place: 1, inLine: 2, ready: 1, fitted: 1, servedMeanwhile: 4 });
  });
});

describe('rings', () => {
  const queues = [
    queue({
      skills: { english: 4 },
      rings: [
        { after: seconds(30), skills: { english: 2 } },
        { after: seconds(60), skills: {} },
      ],
    }),
  ];
  const maya = agent('maya', 1, { english: 2 });

  test('ACD-13 opens at its time and not before; routing says when to look again', () => {
    const okafor = caller('okafor', start);
    expect(asked({ queues, agents: [maya], callers: [okafor] })).toEqual({
      pairs: [],
      lookAgainAt: start + seconds(30),
    });
    const later = asked({ queues, agents: [maya], callers: [okafor], now: start + seconds(30) });
    expect(later.pairs[0]?.why).toMatchObject({
      ring: 1,
      needed: [{ skillId: 'english', level: 2 }],
      notEarlier: { why: 'ring', until: start + seconds(30) },
    });
  });

  test('ACD-13 a ring nobody who is ready stands in is not waited for, the next one is', () => {
    const wei = agent('wei', 1, { mandarin: 5 });
    expect(asked({ queues, agents: [wei], callers: [caller('okafor', start)] }).lookAgainAt).toBe(
      start + seconds(60),
    );
  });

  test('ACD-17 with nobody ready, time alone changes nothing', () => {
    expect(asked({ queues, agents: [], callers: [caller('okafor', start)] }).lookAgainAt).toBeNull();
  });
});

describe('the preferred agent', () => {
  const rule = { who: 'ownerThenLast', waitFor: seconds(20) } as const;
  const queues = [queue({ preferredAgent: rule, guaranteedWait: minutes(5) })];
  const theirs = standing({ ownerId: asId('li'), lastAgentId: asId('maya') });
  const chen = caller('chen', start, { standing: theirs });
  const wei = agent('wei', 1);

  test('ACD-15 gets the call when ready, before who waited longer for one; the owner before the last', () => {
    const agents = [wei, agent('maya', 5), agent('li', 9)];
    const [pair] = asked({ queues, agents, callers: [chen] }).pairs;
    expect(pair).toMatchObject({
      agentId: 'li',
      why: { chosen: 'preferredAgent', preferred: { who: 'owner', agentId: 'li', outcome: 'taken' } },
    });
    expect(paired({ queues, agents: [wei, agent('maya', 5)], callers: [chen] })).toEqual(['chen → maya']);
  });

  test('ACD-15 who is away does not hold up the caller', () => {
    const [pair] = asked({ queues, agents: [wei], callers: [chen] }).pairs;
    expect(pair).toMatchObject({ agentId: 'wei', why: { preferred: { who: 'owner', outcome: 'notReady' } } });
  });

  test('ACD-16 who is about to be ready is waited for, so long and no longer', () => {
    const agents = [wei, agent('li', 9, {}, 'soon')];
    expect(asked({ queues, agents, callers: [chen] })).toEqual({
      pairs: [],
      lookAgainAt: start + seconds(20),
    });
    const [pair] = asked({ queues, agents, callers: [chen], now: start + seconds(20) }).pairs;
    expect(pair).toMatchObject({
      agentId: 'wei',
      why: {
        preferred: { who: 'owner', outcome: 'notInTime' },
        notEarlier: { why: 'preferredAgent', until: start + seconds(20) },
      },
    });
  });

  test('ACD-16 nobody is kept beyond the guaranteed wait', () => {
    const short = [queue({ preferredAgent: rule, guaranteedWait: seconds(10) })];
    const agents = [wei, agent('li', 9, {}, 'soon')];
    expect(asked({ queues: short, agents, callers: [chen] }).lookAgainAt).toBe(start + seconds(10));
    expect(paired({ queues: short, agents, callers: [chen], now: start + seconds(10) })).toEqual([
      'chen → wei',
    ]);
  });

  test('ACD-16 another caller takes the agent who is left meanwhile', () => {
    const agents = [wei, agent('li', 9, {}, 'soon')];
    expect(paired({ queues, agents, callers: [chen, caller('okafor', start + 1)] })).toEqual([
      'okafor → wei',
    ]);
  });

  test('ACD-15 an owner without the skills, or who let the call pass, is not preferred', () => {
    const skilled = [queue({ preferredAgent: rule, skills: { english: 1 } })];
    const agents = [agent('wei', 5, { english: 1 }), agent('li', 1)];
    const [unfit] = asked({ queues: skilled, agents, callers: [chen] }).pairs;
    expect(unfit).toMatchObject({ agentId: 'wei', why: { preferred: { outcome: 'lacksSkills' } } });
    const passed = { ...chen, passedOver: [asId<'agent'>('li')] };
    const [other] = asked({ queues, agents: [wei, agent('li', 1)], callers: [passed] }).pairs;
    expect(other).toMatchObject({ agentId: 'wei', why: { preferred: { outcome: 'passedOver' } } });
  });
});

describe('why not earlier', () => {
  const okafor = caller('okafor', start - 5_000);

  test('ACD-18 nobody with the skills was free until one came', () => {
    const [pair] = asked({ agents: [agent('maya', start - 1_000)], callers: [okafor] }).pairs;
    expect(pair?.why.notEarlier).toEqual({ why: 'nobodyFree', until: start - 1_000 });
  });

  test('ACD-18 at once, or again after it came back', () => {
    const agents = [agent('maya', start - 9_000)];
    expect(asked({ agents, callers: [okafor] }).pairs[0]?.why.notEarlier).toEqual({ why: 'atOnce' });
    const again = { ...okafor, passedOver: [asId<'agent'>('li')] };
    expect(asked({ agents, callers: [again] }).pairs[0]?.why.notEarlier).toEqual({ why: 'offeredBefore' });
  });
});
