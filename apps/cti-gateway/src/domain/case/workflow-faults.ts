import type { CaseStage, StageCondition } from '@ringside/shared/model/case-stage';
import type { Stage, Workflow } from './workflow.ts';
import { stageOf } from './workflow.ts';

/** What is wrong with a workflow (STAGE-1). `at`: the setting, from the workflow's root. */
export interface WorkflowFault {
  readonly fault: FaultWord;
  readonly at: readonly (string | number)[];
  /** what is written there */
  readonly value: string | null;
}

export type FaultWord =
  | 'stageTwice'
  | 'itemTwice'
  | 'followerTwice'
  | 'unknownStage'
  | 'noClosedStage'
  | 'beginsClosed'
  | 'beginsWithConditions'
  | 'leadsToItself'
  | 'leadsOutOfClosed'
  | 'neverTogether'
  | 'neverFollows'
  | 'unreachable'
  | 'deadEnd'
  | 'reopensClosed'
  | 'reopensUndone'
  | 'reopenedNowhere'
  | 'neverAsked'
  | 'windowBackwards';

/** Everything that would leave cases standing, or that could never happen. None: every case can come to its end. */
export function faultsIn(workflow: Workflow): readonly WorkflowFault[] {
  const names = [...namesTwice(workflow), ...namesLost(workflow)];
  const shape = [...faultsOfClosing(workflow), ...faultsOfConditions(workflow), ...faultsOfAsking(workflow)];
  // a name that leads nowhere makes whatever is behind it unreachable, which would be told as a second fault
  return names.length > 0 ? [...names, ...shape] : [...shape, ...faultsOfWays(workflow)];
}

function namesTwice({ stages }: Workflow): WorkflowFault[] {
  const twice = (fault: FaultWord, names: readonly string[], at: (i: number) => WorkflowFault['at']) =>
    names.flatMap((name, i) => (names.indexOf(name) < i ? [{ fault, at: at(i), value: name }] : []));
  return [
    ...twice(
      'stageTwice',
      stages.map(({ stage }) => stage),
      (i) => ['stages', i, 'stage'],
    ),
    ...stages.flatMap(({ checklist, to }, i) => [
      ...twice(
        'itemTwice',
        checklist.map(({ item }) => item),
        (j) => ['stages', i, 'checklist', j, 'item'],
      ),
      ...twice('followerTwice', to, (j) => ['stages', i, 'to', j]),
    ]),
  ];
}

function namesLost(workflow: Workflow): WorkflowFault[] {
  const { start, reopen, stages } = workflow;
  const lost = (name: CaseStage, at: WorkflowFault['at']): WorkflowFault[] =>
    stageOf(workflow, name) === null ? [{ fault: 'unknownStage', at, value: name }] : [];
  return [
    ...lost(start, ['start']),
    ...(reopen === null ? [] : lost(reopen.to, ['reopen', 'to'])),
    ...stages.flatMap(({ to }, i) => to.flatMap((name, j) => lost(name, ['stages', i, 'to', j]))),
  ];
}

/** What reopening takes back, so that a stage can't ask for it when a case comes in by being reopened. */
const undoneByReopening: readonly StageCondition[] = [
  'answerTold',
  'customerAccepted',
  'customerDisputed',
  'satisfactionAsked',
];

function faultsOfClosing(workflow: Workflow): WorkflowFault[] {
  const { start, reopen, stages } = workflow;
  const first = stageOf(workflow, start);
  const again = reopen === null ? null : stageOf(workflow, reopen.to);
  const asked = again?.entry.find((condition) => undoneByReopening.includes(condition));
  const reopens = stages.some(({ phase, allows }) => phase === 'closed' && allows.includes('reopen'));
  return [
    ...when(!stages.some(isClosed), 'noClosedStage', ['stages'], null),
    ...when(first !== null && isClosed(first), 'beginsClosed', ['start'], start),
    ...when((first?.entry.length ?? 0) > 0, 'beginsWithConditions', ['start'], start),
    ...when(again !== null && isClosed(again), 'reopensClosed', ['reopen', 'to'], reopen?.to ?? null),
    ...when(asked !== undefined, 'reopensUndone', ['reopen', 'to'], asked ?? null),
    ...when(reopen !== null && !reopens, 'reopenedNowhere', ['reopen'], null),
    ...stages.flatMap((stage, i) => closedLeadsOut(workflow, stage, i)),
  ];
}

const closedLeadsOut = (workflow: Workflow, stage: Stage, i: number): WorkflowFault[] =>
  !isClosed(stage)
    ? []
    : stage.to.flatMap((to, j) => {
        const next = stageOf(workflow, to);
        return when(next !== null && !isClosed(next), 'leadsOutOfClosed', ['stages', i, 'to', j], to);
      });

/** Pairs that can't both hold at one time. */
const opposites: readonly (readonly [StageCondition, StageCondition])[] = [
  ['customerAccepted', 'customerDisputed'],
];

const contradicts = (conditions: readonly StageCondition[]): boolean =>
  opposites.some(([one, other]) => conditions.includes(one) && conditions.includes(other));

function faultsOfConditions(workflow: Workflow): WorkflowFault[] {
  return workflow.stages.flatMap((stage, i) => [
    ...when(contradicts(stage.entry), 'neverTogether', ['stages', i, 'entry'], stage.stage),
    ...when(contradicts(stage.exit), 'neverTogether', ['stages', i, 'exit'], stage.stage),
    ...stage.to.flatMap((to, j) => {
      const next = stageOf(workflow, to);
      const at = ['stages', i, 'to', j];
      if (to === stage.stage) return when(true, 'leadsToItself', at, to);
      const alone = next === null || contradicts(stage.exit) || contradicts(next.entry);
      return when(!alone && contradicts([...stage.exit, ...next.entry]), 'neverFollows', at, to);
    }),
  ]);
}

function faultsOfAsking({ satisfaction, stages }: Workflow): WorkflowFault[] {
  const backwards = satisfaction !== null && satisfaction.untilDay < satisfaction.fromDay;
  return [
    ...when(backwards, 'windowBackwards', ['satisfaction', 'untilDay'], String(satisfaction?.untilDay)),
    ...stages.flatMap(({ entry, exit, stage }, i) =>
      satisfaction === null
        ? [
            ...when(entry.includes('satisfactionAsked'), 'neverAsked', ['stages', i, 'entry'], stage),
            ...when(exit.includes('satisfactionAsked'), 'neverAsked', ['stages', i, 'exit'], stage),
          ]
        : [],
    ),
  ];
}

function faultsOfWays(workflow: Workflow): WorkflowFault[] {
  const { start, reopen, stages } = workflow;
  const from = reopen === null ? [start] : [start, reopen.to];
  const reached = spread(from, (stage) => followersOf(workflow, stage));
  const ending = spread(
    stages.filter(isClosed).map(({ stage }) => stage),
    (stage) =>
      stages.filter((one) => followersOf(workflow, one.stage).includes(stage)).map((one) => one.stage),
  );
  return stages.flatMap(({ stage }, i) => [
    ...when(!reached.has(stage), 'unreachable', ['stages', i, 'stage'], stage),
    ...when(ending.size > 0 && !ending.has(stage), 'deadEnd', ['stages', i, 'to'], stage),
  ]);
}

/** Where an arrow leads that a case can take at some time. */
function followersOf(workflow: Workflow, name: CaseStage): readonly CaseStage[] {
  const from = stageOf(workflow, name);
  if (from === null) return [];
  return from.to.filter((to) => {
    const next = stageOf(workflow, to);
    return next !== null && !contradicts([...from.exit, ...next.entry]);
  });
}

function spread(
  from: readonly CaseStage[],
  onward: (stage: CaseStage) => readonly CaseStage[],
): ReadonlySet<CaseStage> {
  const seen = new Set(from);
  // a set gives what is added to it while it is gone through
  for (const stage of seen) for (const next of onward(stage)) seen.add(next);
  return seen;
}

const isClosed = ({ phase }: Stage): boolean => phase === 'closed';

const when = (
  isSo: boolean,
  fault: FaultWord,
  at: WorkflowFault['at'],
  value: string | null,
): WorkflowFault[] => (isSo ? [{ fault, at, value }] : []);
