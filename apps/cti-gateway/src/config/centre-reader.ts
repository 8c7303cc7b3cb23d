import { LineCounter, parseDocument, stringify } from 'yaml';
import type { Result } from '@ringside/shared/model/result';
import { ok, refuse } from '@ringside/shared/model/result';
import type { CentreDocument } from '../domain/centre/centre-document.ts';
import type { CentreFault, CentreReader, ReadCentre } from '../ports/centre-reader.ts';
import { centre as schema } from './centre.ts';
import { checkCentre } from './checks/check-centre.ts';
import { checkSounds } from './checks/check-sounds.ts';
import { faultsOf } from './faults-of.ts';
import { inPresentWords } from './old-settings.ts';
import type { Path } from './source.ts';
import { withDefaults } from './with-defaults.ts';

/** ADMIN-2: documents of the running gateway are read by the configuration file's own rules. */
export const centreReader: CentreReader = { read, toYaml, fromYaml, lineIn };

/** Faults name places from the document's root; the checks know it as the section `centre`. */
const locate = ([, ...path]: Path) => ({ path, line: null });

function read(written: unknown): Result<ReadCentre, readonly CentreFault[]> {
  const document = inPresentWords(written);
  const settings = { centre: document };
  const parsed = schema.safeParse(document);
  if (!parsed.success) return refuse(faultsOf('centre', parsed.error.issues, { settings, locate }));
  const sections = { centre: parsed.data };
  const found = [...checkCentre(sections), ...checkSounds(sections)];
  if (found.length > 0) return refuse(found.map(({ path, ...told }) => ({ ...told, ...locate(path) })));
  return ok({ centre: parsed.data, document: withDefaults(schema, document) as CentreDocument });
}

const WIDEST = 110;

function toYaml(document: CentreDocument, heading: readonly string[]): string {
  const top = heading.map((line) => `# ${line}\n`).join('');
  return `${top}centre:\n${stringify(document, { lineWidth: WIDEST, singleQuote: true }).replace(/^(?=.)/gm, '  ')}`;
}

function fromYaml(text: string): Result<unknown, readonly CentreFault[]> {
  const document = parseDocument(text, { lineCounter: new LineCounter(), uniqueKeys: true });
  if (document.errors.length > 0) return refuse(document.errors.map(yamlFault));
  try {
    // An anchor used many times grows without limit when written out; real centres have a handful.
    const plain: unknown = document.toJS({ maxAliasCount: 100 });
    return ok(centreWithin(plain));
  } catch {
    return refuse([yamlFault({ message: 'it repeats itself through anchors without end' })]);
  }
}

/** A configuration file has the centre as one section of several. */
const centreWithin = (plain: unknown): unknown =>
  typeof plain === 'object' && plain !== null && 'centre' in plain ? plain.centre : plain;

const yamlFault = ({ message, linePos }: { message: string; linePos?: unknown }): CentreFault => ({
  path: [],
  value: null,
  why: `it is not valid YAML: ${message.split('\n')[0] ?? ''}`,
  remedy: 'Mend this line.',
  word: 'yaml',
  line: (linePos as readonly { readonly line: number }[] | undefined)?.[0]?.line ?? null,
});

function lineIn(text: string, path: Path): number | null {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines });
  const whole = document.has('centre') ? ['centre', ...path] : path;
  for (let length = whole.length; length > 0; length -= 1) {
    const node = document.getIn(whole.slice(0, length), true) as
      | { range?: readonly number[] | null }
      | undefined;
    const start = node?.range?.[0];
    if (start !== undefined) return lines.linePos(start).line;
  }
  return null;
}
