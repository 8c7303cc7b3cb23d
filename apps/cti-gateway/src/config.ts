import { resolve } from 'node:path';
import type { z } from 'zod';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CentreDocument } from './domain/centre/centre-document.ts';
import { crossChecks } from './config/checks/checks.ts';
import type { Sections } from './config/checks/finding.ts';
import type { Fault } from './config/fault.ts';
import { faultsOf, unknownSetting } from './config/faults-of.ts';
import { inPresentWords } from './config/old-settings.ts';
import type { Resolved } from './config/read-secret.ts';
import { resolveSecrets } from './config/read-secret.ts';
import { sections as schemas } from './config/sections.ts';
import type { Written } from './config/sections.ts';
import { readSource } from './config/source.ts';
import type { Environment, Source } from './config/source.ts';

/** Everything the operator decides, checked as a whole; secrets are the secrets themselves, `data` is absolute. */
export type Config = Resolved<Written> & {
  /** the centre as it stands in the file, before anything is filled in */
  readonly centreDocument: CentreDocument;
};
export type TrunkConfig = Config['trunks'][number];

/** Reads file and environment. A refusal has every fault there is, in the order of the file. */
export function readConfig(file: string | null, environment: Environment): Result<Config, readonly Fault[]> {
  const source = readSource(file, environment);
  if (source.faults.some((fault) => fault.setting === 'RINGSIDE_CONFIG')) return refuse(source.faults);
  const { sections, faults } = readSections(source);
  const found = crossChecks(sections, source.settings).map(({ path, ...rest }) => ({
    ...source.locate(path),
    ...rest,
  }));
  const resolved = resolveSecrets(sections as Written, { source, environment, file });
  const all = [...source.faults, ...faults, ...found, ...resolved.faults];
  if (all.length > 0) return refuse(all.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0)));
  const centreDocument = source.settings['centre'] as CentreDocument;
  return ok({ ...resolved.value, data: resolve(resolved.value.data), centreDocument });
}

function readSections(source: Source): { readonly sections: Sections; readonly faults: readonly Fault[] } {
  const read: Record<string, unknown> = {};
  const faults = Object.keys(source.settings)
    .filter((name) => !(name in schemas))
    .map((name) => unknownSetting([name], source));
  for (const [name, schema] of Object.entries<z.ZodType>(schemas)) {
    const written = source.settings[name];
    const result = schema.safeParse(name === 'centre' ? inPresentWords(written) : written);
    if (result.success) read[name] = result.data;
    else faults.push(...faultsOf(name, result.error.issues, source));
  }
  return { sections: read, faults };
}
