import { languages } from '@ringside/shared/model/language';
import { attachmentLimits } from '@ringside/shared/model/letter';
import { presenceStates } from '@ringside/shared/model/presence';
import { z } from 'zod';
import type { Ask, Tell } from './channels.ts';

const nothing = z.void();
const text = z.string().max(300);
const callId = z.string().min(1).max(64);
const epochMs = z.number().int().nonnegative();

/** Only an origin: a path, a query or a user name in it would be a mistake or an attack. */
export const gatewayOrigin = z
  .string()
  .max(300)
  .refine(isHttpOrigin)
  .transform((url) => new URL(url).origin);

function isHttpOrigin(candidate: string): boolean {
  try {
    const url = new URL(candidate);
    const bare =
      url.pathname === '/' &&
      url.search === '' &&
      url.hash === '' &&
      url.username === '' &&
      url.password === '';
    return bare && (url.protocol === 'http:' || url.protocol === 'https:');
  } catch {
    return false;
  }
}

export const offerShown = z.object({ callId, title: text, body: text });
export const reminderShown = z.object({ title: text, body: text });
export const callShown = z.object({
  name: text,
  since: epochMs,
  muted: z.boolean(),
  held: z.boolean(),
  /** what the agent is to be after it, in words, where that is not Ready */
  next: text.nullable().default(null),
});

/** What the mini call window shows: an offer before a call, a call before nothing. */
export const miniView = z.object({
  offer: offerShown.nullable(),
  call: callShown.nullable(),
  language: z.enum(languages),
});
export type MiniView = z.infer<typeof miniView>;

/** Of a size that the gateway takes as a file of a case. */
const pdfBytes = z.custom<Uint8Array<ArrayBuffer>>(isPdf, 'no PDF that a case takes');

function isPdf(bytes: unknown): boolean {
  if (!(bytes instanceof Uint8Array)) return false;
  const signature = [...'%PDF-'].every((sign, at) => bytes[at] === sign.charCodeAt(0));
  return signature && bytes.byteLength <= attachmentLimits.bytes;
}

/** The windows that the main process made; any other sender is refused at the door. */
export type Window = 'desk' | 'mini';

/** Everything a page may ask of the main process: who may ask, with what, and what comes back. */
export const askContract = {
  /** the page's listeners stand: what waited for it (a clicked link) may come */
  pageReady: { by: 'desk', request: nothing, reply: nothing },
  gatewayUrl: { by: 'desk', request: nothing, reply: z.string() },
  setGatewayUrl: { by: 'desk', request: gatewayOrigin, reply: nothing },
  attend: { by: 'desk', request: offerShown.nullable(), reply: nothing },
  /** a notification of the system for what is no call; null takes it back */
  remind: { by: 'desk', request: reminderShown.nullable(), reply: nothing },
  showCall: { by: 'desk', request: callShown.nullable(), reply: nothing },
  showPresence: {
    by: 'desk',
    request: z.object({ state: z.enum([...presenceStates, 'offline']), language: z.enum(languages) }),
    reply: nothing,
  },
  keepSecret: {
    by: 'desk',
    request: z.object({ name: z.literal('session'), value: z.string().max(4096).nullable() }),
    /** `memory`: this system offers no safe place, so that the secret ends with the process */
    reply: z.enum(['sealed', 'memory']),
  },
  readSecret: { by: 'desk', request: z.object({ name: z.literal('session') }), reply: z.string().nullable() },
  /** the letter that the page shows, as its print style has it: what is printed is not for the asker to say */
  letterPdf: { by: 'desk', request: nothing, reply: pdfBytes },
  miniView: { by: 'mini', request: nothing, reply: miniView },
  miniPressed: { by: 'mini', request: z.enum(['answer', 'mute', 'open']), reply: nothing },
} as const satisfies Record<Ask, { by: Window; request: z.ZodType; reply: z.ZodType }>;

/** Everything the main process tells a page unasked. */
export const tellContract = {
  dial: { to: 'desk', message: z.string().regex(/^\+?[0-9*#]{1,32}$/) },
  power: { to: 'desk', message: z.enum(['suspend', 'resume']) },
  globalKey: { to: 'desk', message: z.enum(['answer', 'mute']) },
  notificationAnswer: { to: 'desk', message: callId },
  miniChanged: { to: 'mini', message: miniView },
} as const satisfies Record<Tell, { to: Window; message: z.ZodType }>;

export type AskContract = typeof askContract;
export type TellContract = typeof tellContract;
export type Request<Name extends Ask> = z.infer<AskContract[Name]['request']>;
export type ReplyTo<Name extends Ask> = z.infer<AskContract[Name]['reply']>;
export type Message<Name extends Tell> = z.infer<TellContract[Name]['message']>;
