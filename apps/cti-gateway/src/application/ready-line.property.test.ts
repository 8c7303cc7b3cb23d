import type { StationId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import type { Presence } from '@ringside/shared/model/presence';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RoutableAgent } from '../domain/acd/idle-agents.ts';
import type { Agent } from '../domain/agent/agent.ts';
import type { Floor, FloorAgent } from './floor.ts';
import { admitAgent, changeAgent, emptyFloor, reachOf, stationGone, stationRegistered } from './floor.ts';

const names = ['maya', 'li', 'wei', 'noor', 'max'] as const;
const stations: readonly StationId[] = ['desk-1', 'desk-2', 'phone-1'].map((id) => asId<'station'>(id));

const person = (name: string, roles: Agent['roles'], level: number): Agent => ({
  ...{ agentId: asId(name), userName: name, name, language: 'en', roles },
  ...{ skills: [{ skillId: asId('service'), level }], familyId: null, active: true },
});

const presence = fc.oneof(
  fc.record({ state: fc.constant('ready' as const), since: fc.nat(4) }),
  fc.record({ state: fc.constant('notReady' as const), since: fc.nat(4), reason: fc.constant('lunch') }),
  fc.record({
    ...{ state: fc.constant('wrapUp' as const), since: fc.nat(4), callId: fc.constant(asId<'call'>('one')) },
    ...{ until: fc.constant(null), next: fc.constantFrom(null, { reason: 'lunch' as const }) },
  }),
) as fc.Arbitrary<Presence>;

const station = fc.constantFrom(...stations);
const page = fc.option(fc.record({ answering: fc.boolean(), lastAnswerAt: fc.constant(0) }));

type Step = (floor: Floor) => void;

const onSomebody =
  (change: (floor: Floor, agent: FloorAgent) => void) => (name: string) => (floor: Floor) => {
    const agent = floor.agents.get(asId(name));
    if (agent) change(floor, agent);
  };

const step: fc.Arbitrary<Step> = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.constantFrom<Agent['roles']>(['agent'], ['manager']),
      fc.nat(5),
      presence,
    )
    .map(
      ([name, roles, level, stands]): Step =>
        (floor) =>
          void admitAgent(floor, person(name, roles, level), stands),
    ),
  fc
    .tuple(
      fc.constantFrom(...names),
      fc.oneof(
        fc.record({ presence }),
        fc.record({ station: fc.option(station) }),
        fc.record({ deskPhone: fc.option(station) }),
        fc.record({ page }),
      ),
    )
    .map(([name, change]) => onSomebody((floor, agent) => changeAgent(floor, agent, change))(name)),
  station.map(
    (one): Step =>
      (floor) =>
        stationRegistered(floor, one),
  ),
  station.map(
    (one): Step =>
      (floor) =>
        stationGone(floor, one),
  ),
);

/** ACD-7 and ACD-16 from how everybody stands, with nothing kept. */
function anew(floor: Floor): { now: string[]; soon: string[] } {
  const all = [...floor.agents.values()];
  const isReady = ({ presence: { state } }: FloorAgent): boolean => state === 'ready';
  const isReached = (agent: FloorAgent): boolean => reachOf(floor, agent) !== null;
  const closes = ({ presence: stands }: FloorAgent): boolean =>
    stands.state === 'wrapUp' && stands.next === null;
  const now = all
    .filter((agent) => isReady(agent) && isReached(agent))
    .sort((a, b) => a.presence.since - b.presence.since || (a.agent.agentId < b.agent.agentId ? -1 : 1));
  const soon = all.filter((agent) =>
    isReady(agent) ? !isReached(agent) : closes(agent) && isReached(agent),
  );
  return { now: now.map(told), soon: soon.map(told).sort() };
}

const told = ({ agent, skills, presence: { since } }: FloorAgent): string =>
  written(agent.agentId, since, skills, agent.roles.includes('manager'));

const kept = ({ agentId, idleSince, skills, onlyNamed }: RoutableAgent): string =>
  written(agentId, idleSince, skills, onlyNamed === true);

const written = (name: string, since: number, skills: FloorAgent['skills'], named: boolean): string =>
  [name, since, ...skills.values(), ...(named ? ['named'] : [])].join(' ');

test('ACD-7 whom routing may choose is the same kept as looked up, whatever has come and gone', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const floor = emptyFloor();
      for (const one of steps) {
        one(floor);
        expect({ now: floor.ready.now.map(kept), soon: [...floor.ready.soon].map(kept).sort() }).toEqual(
          anew(floor),
        );
      }
    }),
  );
});
