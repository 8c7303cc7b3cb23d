import { asId } from '@ringside/shared/model/ids';
import type { CentreDocument } from '../../domain/centre/centre-document.ts';
import { idOf, itemsOf } from '../../domain/centre/centre-document.ts';
import type { Parts } from '../parts.ts';

/** PREV-13: whether a cause would go that cases or measures name: their figures would lose their names. */
export async function losesNamedCause(
  { store }: Parts,
  before: CentreDocument,
  after: CentreDocument,
): Promise<boolean> {
  const kept = new Set(causesIn(after));
  const named = causesIn(before)
    .filter((cause) => !kept.has(cause))
    .map((cause) => store.causeIsNamed(asId<'cause'>(cause)));
  return (await Promise.all(named)).includes(true);
}

const causesIn = (document: CentreDocument): readonly string[] =>
  itemsOf(document, 'causes').flatMap((item) => idOf('causes', item) ?? []);
