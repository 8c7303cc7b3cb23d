import { expect, test } from 'vitest';
import { z } from 'zod';
import { deskFrame, goodbye, snapshot, stationCredentials, callRow } from './down.ts';
import { problem } from './problem.ts';
import { PROTOCOL_VERSION } from './protocol-version.ts';
import { about, signInReply, signInRequest } from './sign-in.ts';
import { commandMessage, hello, query } from './up.ts';

/**
 * What desks and gateways of each protocol version agreed on. A changed schema changes the fingerprint: when an older
 * desk or gateway would misread the new messages, raise PROTOCOL_VERSION; then write the new fingerprint here.
 */
const fingerprints: Readonly<Record<number, string>> = {
  1: 'f7d699b51833c24a',
  2: '4bb0f0c73d76b644',
  3: '302f4f78eaaf4efe',
  4: '7daedf1bb7bcae3f',
};

const messages = {
  hello,
  commandMessage,
  query,
  snapshot,
  deskFrame,
  goodbye,
  problem,
  signInRequest,
  signInReply,
  about,
  stationCredentials,
  callRow,
};

function fingerprint(schemas: Readonly<Record<string, z.ZodType>>): string {
  const shapes = Object.entries(schemas).map(([name, schema]) => [
    name,
    z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }),
  ]);
  return fnv1a(JSON.stringify(shapes));
}

/** FNV-1a, 64 bit: enough to notice a change. */
function fnv1a(text: string): string {
  let hash = 0xcbf29ce484222325n;
  for (let i = 0; i < text.length; i += 1)
    hash = BigInt.asUintN(64, (hash ^ BigInt(text.charCodeAt(i))) * 0x100000001b3n);
  return hash.toString(16);
}

test('WIRE-1 the messages are those of this protocol version', () => {
  expect(fingerprint(messages)).toBe(fingerprints[PROTOCOL_VERSION]);
});

test('WIRE-1 one field more has another fingerprint', () => {
  const changed = { ...messages, hello: hello.extend({ more: z.string() }) };
  expect(fingerprint(changed)).not.toBe(fingerprint(messages));
});
