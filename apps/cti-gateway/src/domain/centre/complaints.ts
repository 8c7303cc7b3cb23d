import type { ContractId, ServicePointId } from '@ringside/shared/model/ids';
import type { CompensationKind } from '@ringside/shared/model/compensation';
import type { Workflow } from '../case/workflow.ts';
import type { ClockRule } from '../clock/case-clock.ts';
import type { Budget } from '../compensation/budget.ts';
import type { AuthorityRule } from '../compensation/compensation.ts';
import type { LetterTemplate } from '../letter/letter.ts';
import type { Cause } from '../prevention/prevention.ts';
import type { LocalText } from '@ringside/shared/model/language';

/** How a centre deals with complaints: part of `Centre`, kept in revisions with it (SPEC FLOW, CLOCK, COMP, PREV, LETTER). */
export interface Complaints {
  readonly workflows: readonly Workflow[];
  readonly clocks: readonly ClockRule[];
  readonly contracts: readonly { readonly contractId: ContractId; readonly name: LocalText }[];
  readonly servicePoints: readonly { readonly servicePointId: ServicePointId; readonly name: LocalText }[];
  readonly playbooks: readonly Playbook[];
  readonly causes: readonly Cause[];
  readonly authority: readonly AuthorityRule[];
  readonly budgets: readonly Budget[];
  readonly templates: readonly LetterTemplate[];
}

/** What helps with complaints of a category (P2). */
export interface Playbook {
  /** of a category of either level; the narrower one counts */
  readonly category: string;
  readonly phrases: readonly LocalText[];
  readonly questions: readonly LocalText[];
  readonly evidence: readonly LocalText[];
  readonly offers: readonly CompensationKind[];
}
