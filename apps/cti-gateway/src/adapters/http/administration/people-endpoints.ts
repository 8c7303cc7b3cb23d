import { z } from 'zod';
import { asId } from '@ringside/shared/model/ids';
import {
  createdUser,
  newUser,
  oneTimePassword,
  passwordEntry,
  promptView,
  userChange,
  userEntry,
  userView,
} from '@ringside/shared/protocol/administration';
import { language } from '@ringside/shared/protocol/values';
import type { UserTold } from '../../../ports/administration.ts';
import type { AdminRequest, Endpoint } from './endpoint.ts';
import { endpoint } from './endpoint.ts';

const name = z.string().min(1).max(64);
const who = { agentId: name };
const whose = ({ params }: AdminRequest) => asId<'agent'>(params['agentId'] ?? '');
const etag = (value: unknown): string => (value as UserTold).version;

/** People who may sign in. */
export const peopleEndpoints: readonly Endpoint[] = [
  endpoint({
    method: 'GET',
    path: '/users',
    summary: 'Everybody who has an account.',
    tag: 'people',
    reply: z.array(userView),
    answer: (admin) => admin.users(),
  }),
  endpoint({
    method: 'POST',
    path: '/users',
    summary: 'Adds somebody. Without a password one is made up and told in this answer alone.',
    tag: 'people',
    body: newUser,
    reply: createdUser,
    status: 201,
    etag,
    answer: (admin, { body }) => admin.createUser(body as z.output<typeof newUser>),
  }),
  endpoint({
    method: 'GET',
    path: '/users/:agentId',
    summary: 'One account.',
    tag: 'people',
    params: who,
    reply: userView,
    etag,
    answer: (admin, request) => admin.user(whose(request)),
  }),
  endpoint({
    method: 'PUT',
    path: '/users/:agentId',
    summary: 'Changes somebody’s particulars; with active false they are sent away at once.',
    tag: 'people',
    params: who,
    body: userEntry,
    reply: userView,
    conditional: true,
    etag,
    answer: (admin, request) =>
      admin.changeUser(whose(request), request.body as z.output<typeof userEntry>, request.ifMatch),
  }),
  endpoint({
    method: 'POST',
    path: '/users/:agentId/password',
    summary:
      'Sets a password, or makes one up and tells it in this answer alone. Ends all of their sessions.',
    tag: 'people',
    params: who,
    body: passwordEntry,
    reply: oneTimePassword,
    answer: (admin, request) =>
      admin.setPassword(whose(request), (request.body as z.output<typeof passwordEntry>).password),
  }),
  endpoint({
    method: 'GET',
    path: '/users/:agentId/history',
    summary: 'What was changed about somebody, by whom, newest first.',
    tag: 'people',
    params: who,
    reply: z.array(userChange),
    answer: (admin, request) => admin.userHistory(whose(request)),
  }),
  endpoint({
    method: 'GET',
    path: '/prompts',
    summary: 'Own recordings that are kept.',
    tag: 'prompts',
    reply: z.array(promptView),
    answer: (admin) => admin.prompts(),
  }),
  endpoint({
    method: 'GET',
    path: '/prompts/:promptId',
    summary: 'One recording, to be listened to.',
    tag: 'prompts',
    params: { promptId: name },
    reply: 'audio/wav',
    answer: (admin, { params }) => admin.prompt(params['promptId'] ?? ''),
  }),
  endpoint({
    method: 'PUT',
    path: '/prompts/:promptId',
    summary: 'Keeps a recording and puts it in the list of prompts, where its name can be changed.',
    tag: 'prompts',
    params: { promptId: name },
    query: z.object({ language: language.optional() }),
    body: 'audio/wav',
    reply: promptView,
    answer: (admin, { params, query, body }) =>
      admin.savePrompt(params['promptId'] ?? '', body as Uint8Array, {
        name: null,
        language: (query as { language?: z.output<typeof language> }).language ?? null,
      }),
  }),
  endpoint({
    method: 'DELETE',
    path: '/prompts/:promptId',
    summary: 'Removes a recording that no line plays.',
    tag: 'prompts',
    params: { promptId: name },
    reply: 'nothing',
    status: 204,
    answer: (admin, { params }) => admin.removePrompt(params['promptId'] ?? ''),
  }),
];
