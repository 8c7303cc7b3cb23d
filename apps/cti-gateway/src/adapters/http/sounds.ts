import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply } from 'fastify';
import { asId } from '@ringside/shared/model/ids';
import type { Problem } from '@ringside/shared/protocol/problem';
import type { Desk, Sound } from '../../ports/desk.ts';
import { bearerToken } from './bearer-token.ts';
import { byteRange } from './byte-range.ts';

/** Who asks about a message without wanting to hear it would not be audited. */
const noHead = { exposeHeadRoute: false };

type Refuse = (reply: FastifyReply, problem: Problem) => FastifyReply;

/** GET /api/recordings/:id: a caller's message, to be kept by nobody on the way (VM-4). */
export function soundsApi(api: FastifyInstance, desk: Desk, refuse: Refuse): void {
  api.get<{ Params: { recordingId: string } }>(
    '/api/recordings/:recordingId',
    noHead,
    async (request, reply) => {
      const token = bearerToken(request);
      if (token === null) return refuse(reply, { problem: 'notSignedIn' });
      const { recordingId } = request.params;
      if (recordingId.length > 64) return refuse(reply, { problem: 'unknownRecording' });
      const sound = await desk.sound(token, asId<'recording'>(recordingId));
      if (!sound.ok) return refuse(reply, sound.refusal);
      return send(reply, sound.value, request.headers.range);
    },
  );
}

function send(reply: FastifyReply, sound: Sound, wanted: string | undefined): FastifyReply {
  const { size } = sound;
  reply.headers({ 'cache-control': 'no-store', 'accept-ranges': 'bytes', 'content-type': 'audio/wav' });
  const range = byteRange(wanted, size);
  if (range === 'none') return reply.code(416).header('content-range', `bytes */${size}`).send();
  const { from, until } = range === 'whole' ? { from: 0, until: size } : range;
  if (range !== 'whole') reply.code(206).header('content-range', `bytes ${from}-${until - 1}/${size}`);
  reply.header('content-length', until - from);
  // a player that asks piece by piece has listened once, not ten times
  if (from === 0) sound.heard();
  return reply.send(Readable.from(sound.read(from, until)));
}
