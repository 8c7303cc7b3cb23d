/**
 * A name as its owner writes it. `written` is the truth ("陳大文", "Amara Okafor", "Peter CHAN Tai-man");
 * family and given are kept apart where they are known. A title is asked for, never guessed.
 */
export interface PersonName {
  readonly written: string;
  readonly family: string | null;
  readonly given: string | null;
  /** The same name in another script, or how to say it: "Chan Tai-man". */
  readonly spoken: string | null;
  readonly title: Title | null;
}
export const titles = ['mr', 'ms', 'mrs', 'miss', 'mx', 'dr', 'prof'] as const;
export type Title = (typeof titles)[number];
