import * as fc from 'fast-check';
import { asId } from '@ringside/shared/model/ids';
import { describe, expect, test } from 'vitest';
import type { IdleAgent } from './choose-agent.ts';
import { chooseAgent } from './choose-agent.ts';
import type { WaitingCaller } from './pair-callers.ts';
import { pairCallers } from './pair-callers.ts';

const agent = (name: string, idleSince: number, ...skills: readonly string[]): IdleAgent => ({
  agentId: asId(name),
  idleSince,
  skills: new Map(skills.map((skill) => [asId<'skill'>(skill), 3])),
});
const caller = (
  name: string,
  queuedAt: number,
  queue = 'english',
  ...passedOver: readonly string[]
): WaitingCaller => ({
  callId: asId(name),
  queuedAt,
  queueId: asId(queue),
  passedOver: passedOver.map((one) => asId<'agent'>(one)),
});
const need = (skill: string) => ({ skillId: asId<'skill'>(skill), level: 1 });
const english = [need('english')];

describe('choosing an agent', () => {
  test('ACD-1 takes only those with every skill', () => {
    const needed = [...english, need('billing')];
    expect(
      chooseAgent(needed, [], [agent('maya', 1, 'english'), agent('li', 2, 'english', 'billing')])?.agentId,
    ).toBe('li');
  });

  test('ACD-2 takes who has been ready longest', () => {
    expect(chooseAgent(english, [], [agent('maya', 5, 'english'), agent('li', 3, 'english')])?.agentId).toBe(
      'li',
    );
  });

  test('ACD-4 asks another agent before one who let the call pass, however short their wait', () => {
    const idle = [agent('maya', 1, 'english'), agent('li', 9, 'english')];
    expect(chooseAgent(english, [asId('maya')], idle)?.agentId).toBe('li');
  });

  test('ACD-4 asks them again when nobody else is ready', () => {
    expect(chooseAgent(english, [asId('maya')], [agent('maya', 1, 'english')])?.agentId).toBe('maya');
  });
});

describe('callers and agents', () => {
  test('ACD-5 the first caller is served first', () => {
    const pairs = pairCallers(
      [caller('second', 2), caller('first', 1)],
      [agent('maya', 1, 'english')],
      () => english,
    );
    expect(pairs.map((pair) => pair.caller.callId)).toEqual(['first']);
  });

  test('ACD-5 a caller whom nobody can serve does not hold up those behind', () => {
    const skillsOf = (queueId: string) => [need(queueId)];
    const pairs = pairCallers(
      [caller('first', 1, 'mandarin'), caller('second', 2)],
      [agent('maya', 1, 'english')],
      skillsOf,
    );
    expect(pairs.map((pair) => pair.caller.callId)).toEqual(['second']);
  });

  test('ACD-5 another order can be asked for', () => {
    const lastFirst = (a: WaitingCaller, b: WaitingCaller) => b.queuedAt - a.queuedAt;
    const pairs = pairCallers(
      [caller('first', 1), caller('second', 2)],
      [agent('maya', 1, 'english')],
      () => english,
      lastFirst,
    );
    expect(pairs[0]?.caller.callId).toBe('second');
  });

  test('ACD-6 nobody is left waiting whom an agent left over could serve, and nobody is paired twice', () => {
    const skills = ['english', 'mandarin', 'billing'];
    const someSkills = fc.uniqueArray(fc.constantFrom(...skills));
    const agents = fc
      .array(fc.tuple(fc.nat(50), someSkills))
      .map((all) => all.map(([since, has], i) => agent(`agent-${i}`, since, ...has)));
    const callers = fc
      .array(fc.tuple(fc.nat(50), fc.constantFrom(...skills)))
      .map((all) => all.map(([at, queue], i) => caller(`call-${i}`, at, queue)));
    const skillsOf = (queueId: string) => [need(queueId)];
    fc.assert(
      fc.property(callers, agents, (waiting, idle) => {
        const pairs = pairCallers(waiting, idle, skillsOf);
        const served = new Set(pairs.map((pair) => pair.caller));
        const busy = new Set(pairs.map((pair) => pair.agent));
        expect(served.size).toBe(pairs.length);
        expect(busy.size).toBe(pairs.length);
        for (const one of waiting.filter((each) => !served.has(each))) {
          const left = idle.filter((each) => !busy.has(each));
          expect(left.some(({ skills: has }) => has.has(asId(one.queueId)))).toBe(false);
        }
      }),
    );
  });
});
