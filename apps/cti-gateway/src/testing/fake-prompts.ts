import { seconds } from '@ringside/shared/model/instant';
import { ok, refuse } from '@ringside/shared/model/result';
import type { Prompt, Prompts } from '../ports/prompts.ts';

/** The Prompts port in memory; a byte is a second, and nothing is no sound. */
export function createFakePrompts(): Prompts {
  const kept = new Map<string, { readonly prompt: Prompt; readonly wav: Uint8Array }>();
  return {
    save: (promptId, wav) => {
      if (wav.length === 0) return Promise.resolve(refuse('empty'));
      const prompt = { promptId, length: seconds(wav.length), savedAt: 0 };
      kept.set(promptId, { prompt, wav });
      return Promise.resolve(ok(prompt));
    },
    remove: (promptId) => Promise.resolve(kept.delete(promptId) ? ok(undefined) : refuse('noSuchPrompt')),
    list: () => Promise.resolve([...kept.values()].map(({ prompt }) => prompt)),
    read: (promptId) => Promise.resolve(kept.get(promptId)?.wav ?? null),
  };
}
