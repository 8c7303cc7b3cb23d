import type { AgentId } from '@ringside/shared/model/ids';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Json } from '../../domain/centre/centre-document.ts';
import { isGroup, itemOf } from '../../domain/centre/centre-document.ts';
import type { Asked, PromptEntry } from '../../ports/administration.ts';
import type { Prompt } from '../../ports/prompts.ts';
import type { Parts } from '../parts.ts';
import { changeDocument } from './change-document.ts';
import { latestRevision } from './latest-revision.ts';

export async function readPrompt({ prompts }: Parts, promptId: string): Asked<Uint8Array> {
  const wav = await prompts.read(promptId);
  return wav === null ? refuse({ problem: 'unknown' }) : ok(wav);
}

/** A recording is kept first, so that the centre never names one that is not there. */
export async function savePrompt(
  parts: Parts,
  who: AgentId,
  {
    promptId,
    wav,
    about,
  }: { readonly promptId: string; readonly wav: Uint8Array; readonly about: PromptEntry },
): Asked<Prompt> {
  const saved = await parts.prompts.save(promptId, wav);
  if (!saved.ok) return refuse({ problem: saved.refusal });
  const known = itemOf((await latestRevision(parts))?.document ?? {}, 'prompts', promptId);
  const before = isGroup(known ?? undefined) ? (known as Readonly<Record<string, Json>>) : null;
  const item = {
    promptId,
    name: about.name ?? before?.['name'] ?? { en: promptId, 'zh-Hant': promptId, 'zh-Hans': promptId },
    language: about.language ?? before?.['language'] ?? 'en',
    lengthSeconds: Math.max(0.001, saved.value.length / 1_000),
  };
  const terms = { ifRevision: null, comment: '', dryRun: false };
  const changed = await changeDocument(
    parts,
    who,
    { edit: 'item', section: 'prompts', id: promptId, item },
    terms,
  );
  return changed.ok ? ok(saved.value) : changed;
}

/** ADMIN-7: what a line still plays is not removed. */
export async function removePrompt(parts: Parts, who: AgentId, promptId: string): Asked<null> {
  const terms = { ifRevision: null, comment: '', dryRun: false };
  const changed = await changeDocument(
    parts,
    who,
    { edit: 'remove', section: 'prompts', id: promptId },
    terms,
  );
  if (!changed.ok && changed.refusal.problem !== 'unknown') return changed;
  const removed = await parts.prompts.remove(promptId);
  return removed.ok || changed.ok ? ok(null) : refuse({ problem: 'unknown' });
}
