import type { AgentId } from '@ringside/shared/model/ids';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { AdminRefusal, Administration, Administrator } from '../../ports/administration.ts';
import type { Parts } from '../parts.ts';
import type { OpenSession } from '../sessions.ts';
import { sessionOf } from '../sessions.ts';
import { changeDocument } from './change-document.ts';
import { importHolidays } from './import-holidays.ts';
import { latestRevision } from './latest-revision.ts';
import { allApiTokens, makeApiToken, revokeApiToken } from './manage-api-tokens.ts';
import { allUsers, changeUser, createUser, oneUser, setPassword, userHistory } from './manage-people.ts';
import { readPrompt, removePrompt, savePrompt } from './manage-prompts.ts';
import { previewOpening } from './preview-opening.ts';
import { mayAdminister, mayEdit } from './rights.ts';
import { tellRevision, tellRevisions } from './tell-revisions.ts';

type Answer<Value> = Promise<Result<Value, AdminRefusal>>;

/** The driving port that the administrators' web interface speaks to. */
export function openAdministration(parts: Parts): Administration {
  return {
    enter: async (token) => {
      const session = await sessionOf(parts, token);
      return session.ok ? ok(administrator(parts, session.value)) : refuse({ problem: session.refusal });
    },
  };
}

function administrator(parts: Parts, { agent }: OpenSession): Administrator {
  const who: AgentId = agent.agent.agentId;
  const roles = () => agent.agent.roles;

  async function guarded<Value>(allowed: boolean, what: string, work: () => Answer<Value>): Answer<Value> {
    if (!allowed) return refuse({ problem: 'notAllowed' });
    try {
      return await work();
    } catch (cause) {
      const why = cause instanceof Error ? (cause.stack ?? cause.message) : String(cause);
      parts.log.error('an administrator could not be served', { what, cause: why });
      return refuse({ problem: 'internal' });
    }
  }
  const asked = <Value>(
    what: Parameters<typeof mayAdminister>[1],
    work: () => Answer<Value>,
  ): Answer<Value> => guarded(mayAdminister(roles(), what), what, work);

  return {
    agentId: who,
    centre: () => asked('centre', () => centre(parts)),
    changeCentre: (edit, terms) =>
      guarded(mayEdit(roles(), edit.edit), edit.edit, () => changeDocument(parts, who, edit, terms)),
    importHolidays: (calendarId, icalendar, terms) =>
      asked('importHolidays', () => importHolidays(parts, who, { calendarId, icalendar, terms })),
    exportCentre: () => asked('exportCentre', () => exportCentre(parts)),
    opening: (calendar, at) => asked('opening', () => previewOpening(parts, calendar, at)),
    revisions: (before) => asked('revisions', async () => ok(await tellRevisions(parts, before))),
    revision: (number) => asked('revision', () => tellRevision(parts, number)),
    users: () => asked('users', async () => ok(await allUsers(parts))),
    user: (agentId) => asked('user', () => oneUser(parts, agentId)),
    createUser: (user) => asked('createUser', () => createUser(parts, who, user)),
    changeUser: (agentId, user, ifVersion) =>
      asked('changeUser', () => changeUser(parts, who, { agentId, user, ifVersion })),
    setPassword: (agentId, password) =>
      asked('setPassword', () => setPassword(parts, who, { agentId, password })),
    userHistory: (agentId) => asked('userHistory', () => userHistory(parts, agentId)),
    apiTokens: () => asked('apiTokens', async () => ok(await allApiTokens(parts))),
    makeApiToken: (token) => asked('makeApiToken', () => makeApiToken(parts, who, token)),
    revokeApiToken: (tokenId) => asked('revokeApiToken', () => revokeApiToken(parts, who, tokenId)),
    prompts: () => asked('prompts', async () => ok(await parts.prompts.list())),
    prompt: (promptId) => asked('prompt', () => readPrompt(parts, promptId)),
    savePrompt: (promptId, wav, about) =>
      asked('savePrompt', () => savePrompt(parts, who, { promptId, wav, about })),
    removePrompt: (promptId) => asked('removePrompt', () => removePrompt(parts, who, promptId)),
  };
}

async function centre(parts: Parts): ReturnType<Administrator['centre']> {
  const latest = await latestRevision(parts);
  return latest === null
    ? refuse({ problem: 'unknown' })
    : ok({ revision: latest.revision, document: latest.document });
}

/** ADMIN-13 */
async function exportCentre(parts: Parts): ReturnType<Administrator['exportCentre']> {
  const latest = await latestRevision(parts);
  if (latest === null) return refuse({ problem: 'unknown' });
  const { en } = parts.centre.name;
  return ok(
    parts.centreReader.toYaml(latest.document, [
      `The contact centre "${en.replaceAll(/\s+/g, ' ')}" as of revision ${latest.revision}, ${new Date(latest.at).toISOString()}.`,
      `Written by Ringside ${parts.settings.version}. It can be imported again, or stand as "centre" in ringside.yaml.`,
      'People and their passwords are not part of it, nor are the recordings that prompts name.',
    ]),
  );
}
