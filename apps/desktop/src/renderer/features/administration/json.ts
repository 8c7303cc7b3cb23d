/** A centre's document as the page handles it: plain JSON, whatever stands in it. */
export type Json = null | boolean | number | string | readonly Json[] | JsonGroup;
export interface JsonGroup {
  readonly [key: string]: Json | undefined;
}
export type Path = readonly (string | number)[];

export const isGroup = (value: Json | undefined): value is JsonGroup =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

export const listOf = (value: Json | undefined): readonly Json[] => (Array.isArray(value) ? value : []);
export const textOf = (value: Json | undefined): string =>
  typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';

export function at(value: Json | undefined, path: Path): Json | undefined {
  let place: Json | undefined = value;
  for (const key of path) {
    if (Array.isArray(place)) place = (place as readonly Json[])[Number(key)];
    else if (isGroup(place)) place = place[key];
    else return undefined;
  }
  return place;
}

/** The same with another value at the path; groups that are missing on the way are made, undefined takes it away. */
export function put(value: Json | undefined, path: Path, inner: Json | undefined): Json {
  const [key, ...rest] = path;
  if (key === undefined) return inner ?? null;
  if (typeof key === 'number') {
    const list = [...listOf(value)];
    list[key] = put(list[key], rest, inner);
    return list;
  }
  const group = isGroup(value) ? value : {};
  return { ...group, [key]: rest.length === 0 ? inner : put(group[key], rest, inner) };
}

export const without = (list: readonly Json[], index: number): readonly Json[] =>
  list.filter((_, i) => i !== index);
