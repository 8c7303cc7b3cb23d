import type { Result } from '@ringside/shared/model/result';
import type { FaultWord as FaultOfWorkflow } from '../domain/case/workflow-faults.ts';
import type { Centre } from '../domain/centre/centre.ts';
import type { CentreDocument } from '../domain/centre/centre-document.ts';

/** Of a workflow; the rest have general words: twice, unknownName. */
type WorkflowFaultWord = Exclude<
  FaultOfWorkflow,
  'stageTwice' | 'itemTwice' | 'followerTwice' | 'unknownStage'
>;

/** One thing in a document that keeps it from counting, told so that a person can mend it. */
export interface CentreFault {
  /** where it stands, from the document's root: ["queues", 2, "offerForSeconds"]; [] is the document itself */
  readonly path: readonly (string | number)[];
  /** what stands there; null: nothing */
  readonly value: string | null;
  /** continues the sentence "X is Y; …" */
  readonly why: string;
  readonly remedy: string;
  readonly word?: FaultWord;
  /** line of the YAML that was read, from 1; null elsewhere */
  readonly line: number | null;
}

export interface ReadCentre {
  readonly centre: Centre;
  /** the document with everything in it that was left to a default */
  readonly document: CentreDocument;
}

/** The kinds of faults that a screen has a sentence of its own for. */
export type FaultWord =
  | 'needed'
  | 'text'
  | 'kind'
  | 'choice'
  | 'range'
  | 'id'
  | 'unknownName'
  | 'twice'
  | 'numberTaken'
  | 'interval'
  | 'timeOfDay'
  | 'overlap'
  | 'date'
  | 'key'
  | 'header'
  | 'zone'
  | 'region'
  | 'currency'
  | 'share'
  | 'noSound'
  | 'unknownSetting'
  | 'tooFew'
  | 'tooMany'
  | 'userName'
  | 'passwordTooShort'
  | 'passwordTooLong'
  | 'passwordHasName'
  | 'yaml'
  | 'typeMissing'
  | 'statutoryByHours'
  | 'warnsTooEarly'
  | 'nobodyIsTold'
  | 'halfDays'
  | 'oneChange'
  | 'limitsNothing'
  | WorkflowFaultWord;

/** Understands documents as operators write them: the same rules as for the configuration file. */
export interface CentreReader {
  /** A refusal has every fault. */
  read(document: unknown): Result<ReadCentre, readonly CentreFault[]>;
  /** YAML with what it is and whence on top; it carries no secrets, since a centre has none. */
  toYaml(document: CentreDocument, heading: readonly string[]): string;
  /** Reads YAML: a centre by itself, or a configuration file with one in it. */
  fromYaml(text: string): Result<unknown, readonly CentreFault[]>;
  /** Line of a path in YAML that was read by `fromYaml`, for faults found later. */
  lineIn(text: string, path: readonly (string | number)[]): number | null;
}
