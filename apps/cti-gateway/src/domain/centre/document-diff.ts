import type { Json, JsonGroup } from './centre-document.ts';
import { idKeys, innerKeys, isGroup, isSameJson } from './centre-document.ts';

/** One thing that is otherwise. Items of lists are named by their ids, so a path stays true when a list is reordered. */
export interface Difference {
  /** e.g. ["queues", "service", "wrapUpForSeconds"] */
  readonly path: readonly string[];
  /** undefined: there was nothing */
  readonly before?: Json;
  /** undefined: there is nothing any more */
  readonly after?: Json;
}

/** What is otherwise between two documents, in the order of the later one. A reordered list is one difference. */
export function differences(
  before: Json | undefined,
  after: Json | undefined,
  path: readonly string[] = [],
): Difference[] {
  if (isSameJson(before, after)) return [];
  if (isGroup(before) && isGroup(after)) return ofGroups(before, after, path);
  const key = idKeyOf(path);
  const [one, other] = key === null ? [null, null] : [byId(before, key), byId(after, key)];
  return one !== null && other !== null ? ofLists(one, other, path) : [difference(path, before, after)];
}

function ofGroups(before: JsonGroup, after: JsonGroup, path: readonly string[]): Difference[] {
  const keys = new Set([...Object.keys(after), ...Object.keys(before)]);
  return [...keys].flatMap((key) => differences(before[key], after[key], [...path, key]));
}

function ofLists(before: Items, after: Items, path: readonly string[]): Difference[] {
  const inside = [...new Set([...after.keys(), ...before.keys()])].flatMap((id) =>
    differences(before.get(id), after.get(id), [...path, id]),
  );
  if (inside.length > 0) return inside;
  return [difference(path, [...before.keys()], [...after.keys()])];
}

type Items = ReadonlyMap<string, Json>;

/** The items by their ids; null where one has none or two have the same. */
function byId(list: Json | undefined, key: string): Items | null {
  if (list === undefined) return new Map();
  if (!Array.isArray(list)) return null;
  const items = new Map<string, Json>();
  for (const item of list as readonly Json[]) {
    const id = isGroup(item) ? item[key] : undefined;
    if (typeof id !== 'string' || items.has(id)) return null;
    items.set(id, item);
  }
  return items;
}

function idKeyOf(path: readonly string[]): string | null {
  const last = path[path.length - 1] ?? '';
  if (path.length === 1) return (idKeys as Readonly<Record<string, string>>)[last] ?? null;
  return innerKeys[last] ?? null;
}

const difference = (
  path: readonly string[],
  before: Json | undefined,
  after: Json | undefined,
): Difference => ({
  path,
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
});
