import type { Me, Reference } from '@ringside/shared/protocol/reference';
import type { Agent } from '../../domain/agent/agent.ts';
import type { Centre } from '../../domain/centre/centre.ts';

/** The centre as a desk needs to know it. */
export function reference(centre: Centre): Reference {
  return {
    centreName: centre.name,
    region: centre.region,
    timeZone: centre.timeZone,
    currency: centre.currency,
    queues: centre.queues.map(({ queueId, name, rotaId }) => ({ queueId, name, rotaId })),
    skills: centre.skills.map(({ skillId, name }) => ({ skillId, name })),
    hotlines: centre.hotlines.map(({ hotlineId, name, numbers, script }) => ({
      hotlineId,
      name,
      number: numbers[0] ?? '',
      script,
    })),
    notReadyReasons: centre.notReadyReasons.map(({ reason, name, limit }) => ({
      reason,
      name,
      limitMs: limit,
    })),
    presence: {
      warnBeforeMs: centre.presence.warnBefore,
      missesAllowed: centre.presence.missesAllowed,
    },
    dispositions: centre.dispositions.map((disposition) => ({ ...disposition })),
    categories: centre.categories.map((category) => ({ ...category })),
    workflows: structuredClone(centre.workflows) as Reference['workflows'],
    playbooks: structuredClone(centre.playbooks) as Reference['playbooks'],
    causes: centre.causes.map((cause) => ({ ...cause })),
    contracts: centre.contracts.map((contract) => ({ ...contract })),
    servicePoints: centre.servicePoints.map((point) => ({ ...point })),
    templates: centre.templates.map(({ template, name, purpose }) => ({ template, name, purpose })),
    families: centre.jobFamilies.map(({ familyId, name }) => ({ familyId, name })),
  };
}

export function me(centre: Centre, agent: Agent): Me {
  const { agentId, name, userName, language, roles, skills } = agent;
  const levels = new Map(skills.map(({ skillId, level }) => [skillId, level]));
  const mine = centre.queues.filter((queue) =>
    queue.skills.every(({ skillId, level }) => (levels.get(skillId) ?? 0) >= level),
  );
  return {
    agentId,
    name,
    userName,
    language,
    roles: [...roles],
    queueIds: mine.map(({ queueId }) => queueId),
  };
}
