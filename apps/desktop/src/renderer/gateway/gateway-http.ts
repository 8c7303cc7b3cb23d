import type { AttachmentId, CaseId, RecordingId } from '@ringside/shared/model/ids';
import type { Reply } from '@ringside/shared/protocol/down';
import { problem } from '@ringside/shared/protocol/problem';
import type { About, SignInReply } from '@ringside/shared/protocol/sign-in';
import type { AttachmentAdded } from '@ringside/shared/protocol/letters';
import { attachmentAdded } from '@ringside/shared/protocol/letters';
import { about, signInReply } from '@ringside/shared/protocol/sign-in';
import type { AdminAsk, AdminReply } from './administer.ts';
import { administer } from './administer.ts';
import { readValue, refused } from './read-reply.ts';

export interface GatewayHttp {
  about(): Promise<About>;
  signIn(userName: string, password: string): Promise<Reply<SignInReply>>;
  signOut(token: string): Promise<void>;
  administer(token: string | null, asked: AdminAsk): Promise<AdminReply>;
  sound(token: string, recordingId: RecordingId): Promise<Reply<Blob>>;
  attach(token: string, caseId: CaseId, file: File): Promise<Reply<AttachmentAdded>>;
  file(token: string, caseId: CaseId, attachmentId: AttachmentId): Promise<Reply<Blob>>;
}

/** What is asked over plain HTTP: before there is a session, and to end one. */
export function gatewayHttp(ask: typeof fetch): GatewayHttp {
  const patience = () => AbortSignal.timeout(10_000);
  return {
    async about() {
      const response = await ask('/api/about', { signal: patience() });
      if (!response.ok)
        throw new Error(`The gateway answered ${response.status} when it was asked what it is.`);
      return about.parse(await response.json());
    },

    async signIn(userName, password) {
      try {
        const response = await ask('/api/sign-in', {
          method: 'POST',
          headers: { 'Content-Type': 'application/json' },
          body: JSON.stringify({ userName, password }),
          signal: patience(),
        });
        return await readSignIn(response);
      } catch {
        return refused('noConnection');
      }
    },

    async sound(token, recordingId) {
      try {
        const response = await ask(`/api/recordings/${encodeURIComponent(recordingId)}`, {
          headers: { Authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(60_000),
        });
        if (response.ok) return { ok: true, value: await response.blob() };
        return await readRefusal(response);
      } catch {
        return refused('noConnection');
      }
    },

    async attach(token, caseId, file) {
      try {
        const response = await ask(
          `${filesOf(caseId)}?name=${encodeURIComponent(file.name.toWellFormed())}`,
          {
            method: 'POST',
            headers: { Authorization: `Bearer ${token}`, 'Content-Type': 'application/octet-stream' },
            // a File as a body does not come through Electron's handler of app:// (25.1): its bytes do
            body: await file.arrayBuffer(),
            signal: AbortSignal.timeout(300_000),
          },
        );
        if (!response.ok) return await readRefusal(response);
        return readValue({ ok: true, value: await response.json() }, attachmentAdded);
      } catch {
        return refused('noConnection');
      }
    },

    async file(token, caseId, attachmentId) {
      try {
        const response = await ask(`${filesOf(caseId)}/${encodeURIComponent(attachmentId)}`, {
          headers: { Authorization: `Bearer ${token}` },
          signal: AbortSignal.timeout(300_000),
        });
        if (response.ok) return { ok: true, value: await response.blob() };
        return await readRefusal(response);
      } catch {
        return refused('noConnection');
      }
    },

    administer: (token, asked) => administer(ask, token, asked),

    async signOut(token) {
      // The page forgets the token in any case; one that the gateway did not hear of runs out by itself.
      await ask('/api/sign-out', {
        method: 'POST',
        headers: { Authorization: `Bearer ${token}` },
        signal: patience(),
        keepalive: true,
      }).catch(() => undefined);
    },
  };
}

const filesOf = (caseId: CaseId): string => `/api/cases/${encodeURIComponent(caseId)}/attachments`;

/** 502 to 504 come from what stands before the gateway (a proxy, Electron's main process) when it does not answer. */
async function readSignIn(response: Response): Promise<Reply<SignInReply>> {
  if (response.status >= 502 && response.status <= 504) return refused('noConnection');
  const body: unknown = await response.json().catch(() => null);
  if (response.ok) return readValue({ ok: true, value: body }, signInReply);
  return refusalIn(body);
}

async function readRefusal(response: Response): Promise<Reply<never>> {
  if (response.status >= 502 && response.status <= 504) return refused('noConnection');
  return refusalIn(await response.json().catch(() => null));
}

function refusalIn(body: unknown): Reply<never> {
  const refusal = problem.safeParse(body);
  return refusal.success ? { ok: false, problem: refusal.data } : refused('internal');
}
