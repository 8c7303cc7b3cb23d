import type {
  CaseAct,
  CaseStage,
  CaseType,
  StageCondition,
  StageOwner,
  StagePhase,
} from '@ringside/shared/model/case-stage';
import type { LocalText } from '@ringside/shared/model/language';

/** How cases of a type go from stage to stage. Data of the centre; `faultsIn` says what is wrong with one (STAGE-1). */
export interface Workflow {
  readonly type: CaseType;
  readonly name: LocalText;
  /** where a new case stands */
  readonly start: CaseStage;
  /** whether customers are asked before the case closes, and between which days after the answer (inclusive) */
  readonly satisfaction: {
    readonly fromDay: number;
    readonly untilDay: number;
    readonly attempts: number;
  } | null;
  /** days after closing in which it may be reopened, and where it then stands */
  readonly reopen: { readonly withinDays: number; readonly to: CaseStage } | null;
  readonly stages: readonly Stage[];
}

export interface Stage {
  readonly stage: CaseStage;
  readonly name: LocalText;
  readonly phase: StagePhase;
  readonly owner: StageOwner;
  /** all must hold to come in */
  readonly entry: readonly StageCondition[];
  /** all must hold to go on */
  readonly exit: readonly StageCondition[];
  readonly checklist: readonly ChecklistItem[];
  readonly allows: readonly CaseAct[];
  /** stages that may follow, the usual one first; none: the end */
  readonly to: readonly CaseStage[];
}

export interface ChecklistItem {
  readonly item: string;
  readonly name: LocalText;
  /** whether `checklistDone` waits for it */
  readonly needed: boolean;
}

export const stageOf = (workflow: Workflow, stage: CaseStage): Stage | null =>
  workflow.stages.find((one) => one.stage === stage) ?? null;
