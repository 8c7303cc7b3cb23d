/** Plain JSON, as an operator writes a setting. */
export type Json = null | boolean | number | string | readonly Json[] | JsonGroup;
export interface JsonGroup {
  readonly [key: string]: Json | undefined;
}

/** The centre as operators write it (the `centre` of the configuration), before it is read into a `Centre`. */
export type CentreDocument = JsonGroup;

/** Lists of the centre and which setting of an item is its id. */
export const idKeys = {
  skills: 'skill',
  jobFamilies: 'family',
  calendars: 'calendarId',
  queues: 'queueId',
  hotlines: 'hotlineId',
  notReadyReasons: 'reason',
  dispositions: 'disposition',
  categories: 'category',
  prompts: 'promptId',
  rotas: 'rotaId',
  workflows: 'type',
  clocks: 'rule',
  contracts: 'contract',
  servicePoints: 'servicePoint',
  playbooks: 'category',
  causes: 'cause',
  authority: 'rule',
  templates: 'template',
} as const;
export type CentreSection = keyof typeof idKeys;
export const centreSections = Object.keys(idKeys) as readonly CentreSection[];

/** Lists inside items, told apart by these settings where the diff speaks of them. */
export const innerKeys: Readonly<Record<string, string>> = {
  choices: 'key',
  exceptions: 'date',
  stages: 'stage',
  checklist: 'item',
  layers: 'layer',
};

export const isGroup = (value: Json | undefined): value is JsonGroup =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export function itemsOf(document: CentreDocument, section: CentreSection): readonly Json[] {
  const items = document[section];
  return Array.isArray(items) ? items : [];
}

export const idOf = (section: CentreSection, item: Json | undefined): string | null => {
  const id = isGroup(item) ? item[idKeys[section]] : undefined;
  return typeof id === 'string' ? id : null;
};

export const itemOf = (document: CentreDocument, section: CentreSection, id: string): Json | null =>
  itemsOf(document, section).find((item) => idOf(section, item) === id) ?? null;

/** The document with this item in the place of the one with that id, or at the end. */
export function withItem(
  document: CentreDocument,
  section: CentreSection,
  id: string,
  item: Json,
): CentreDocument {
  const items = itemsOf(document, section);
  const known = items.some((one) => idOf(section, one) === id);
  const changed = known ? items.map((one) => (idOf(section, one) === id ? item : one)) : [...items, item];
  return { ...document, [section]: changed };
}

export const withoutItem = (
  document: CentreDocument,
  section: CentreSection,
  id: string,
): CentreDocument => ({
  ...document,
  [section]: itemsOf(document, section).filter((one) => idOf(section, one) !== id),
});

/** Equal as JSON, in whatever order settings were written. */
export function isSameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((item, i) => isSameJson(item, other[i] as Json));
  if (!isGroup(one) || !isGroup(other)) return false;
  const keys = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...keys].every((key) => isSameJson(one[key], other[key]));
}

/** One text for documents that say the same, for digests. */
export function canonicalJson(value: Json | undefined): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`;
  if (!isGroup(value)) return JSON.stringify(value ?? null);
  const entries = Object.entries(value)
    .filter(([, inner]) => inner !== undefined)
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, inner]) => `${JSON.stringify(key)}:${canonicalJson(inner)}`).join(',')}}`;
}
