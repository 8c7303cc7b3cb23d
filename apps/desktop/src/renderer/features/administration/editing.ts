import type { AdminFault } from '@ringside/shared/protocol/administration';
import type { Text } from '../../i18n/text.ts';
import { faultText } from './administration-words.ts';
import type { Json, Path } from './json.ts';
import { at } from './json.ts';

/** A piece of JSON that is being edited, with what the gateway found wrong in it. */
export interface Editing {
  readonly value: Json;
  readonly faults: readonly AdminFault[];
  readonly set: (path: Path, value: Json | undefined) => void;
  readonly t: Text;
}

export interface Told {
  readonly label: string;
  readonly note?: string | undefined;
  readonly error?: string | undefined;
  readonly aside?: string | undefined;
}

export const valueAt = ({ value }: Editing, path: Path): Json | undefined => at(value, path);

const keyOf = (path: Path): string => path.join('.');

/** What is wrong with exactly this setting. */
export function errorAt({ faults, t }: Editing, path: Path): string | undefined {
  const fault = faults.find((one) => keyOf(one.path) === keyOf(path));
  return fault && faultText(fault, t);
}

/** What is wrong with this setting or something inside it, for inputs that show a whole list as one. */
export function errorWithin({ faults, t }: Editing, path: Path): string | undefined {
  const prefix = keyOf(path);
  const fault = faults.find((one) => keyOf(one.path) === prefix || keyOf(one.path).startsWith(`${prefix}.`));
  return fault && faultText(fault, t);
}
