import type { CentreSectionName } from '@ringside/shared/protocol/administration';
import type { Message } from '../../i18n/text.ts';
import type { Json, JsonGroup } from './json.ts';

/** What one setting is, for the form that edits it; the gateway's own schema decides what may stand there. */
export type Field =
  | (Named & { readonly kind: 'text' | 'prose'; readonly optional?: boolean })
  | (Named & {
      readonly kind: 'localText' | 'localProse';
      readonly optional?: boolean;
      readonly rows?: number;
    })
  | (Named & { readonly kind: 'number'; readonly unit?: Message; readonly optional?: boolean })
  | (Named & { readonly kind: 'choice'; readonly choices: readonly ChoiceWord[] })
  | (Named & { readonly kind: 'check' })
  /** several of a few, kept as a list */
  | (Named & { readonly kind: 'checks'; readonly choices: readonly ChoiceWord[] })
  /** an item of a list of the centre */
  | (Named & { readonly kind: 'item'; readonly of: CentreSectionName; readonly optional?: boolean })
  /** several items of a list of the centre */
  | (Named & { readonly kind: 'items'; readonly of: CentreSectionName })
  /** an item of a list in what is being edited itself */
  | (Named & { readonly kind: 'sibling'; readonly list: string; readonly idKey: string })
  /** a sum in the centre's currency, kept in minor units */
  | (Named & { readonly kind: 'money' })
  /** the stem of a sound */
  | (Named & { readonly kind: 'sound'; readonly optional?: boolean })
  /** texts, one a line */
  | (Named & { readonly kind: 'lines' })
  | (Named & { readonly kind: 'skills' })
  /** somebody who may stand on a rota, by user name */
  | (Named & { readonly kind: 'user' })
  /** whom a limit of a rota is for */
  | (Named & { readonly kind: 'limitOf' })
  | (Named & { readonly kind: 'skillNames' })
  | (Named & { readonly kind: 'destination'; readonly ends: readonly string[] })
  | (Named & { readonly kind: 'week' })
  | (Named & { readonly kind: 'times' })
  | (Named & { readonly kind: 'date' })
  | (Named & {
      readonly kind: 'list';
      readonly fields: readonly Field[];
      readonly blank: Json;
      readonly add: Message;
    })
  /** a group that may be left out */
  | (Named & { readonly kind: 'optional'; readonly fields: readonly Field[]; readonly blank: JsonGroup })
  | (Named & { readonly kind: 'group'; readonly fields: readonly Field[] });

interface Named {
  /** below the group it stands in; "" is the group itself */
  readonly name: string;
  readonly label: Message;
  readonly note?: Message;
}

export interface ChoiceWord {
  readonly value: string;
  readonly word: Message;
}

/** The form of one list's items. */
export interface SectionForm {
  readonly section: CentreSectionName;
  readonly idKey: string;
  readonly title: Message;
  readonly add: Message;
  readonly none: Message;
  readonly fields: readonly Field[];
  /** what a new item begins with */
  readonly blank: JsonGroup;
}
