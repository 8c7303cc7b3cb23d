import type { StageCondition } from '@ringside/shared/model/case-stage';
import { stageConditions, stageOwners, stagePhases } from '@ringside/shared/model/case-stage';
import { useId } from 'react';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { conditionWords, phaseWords, stageOwnerWords } from '../../wording/workflow-wording.ts';
import type { Editing } from './editing.ts';
import type { Json, JsonGroup } from './json.ts';
import { isGroup, listOf, textOf } from './json.ts';
import { box, layoutOf, pathOf } from './layout-of-workflow.ts';
import { Zoomed } from './Zoomed.tsx';
import './workflow-diagram.css';

/** A workflow as it is being edited: whatever is typed is drawn, as far as it can be. */
interface DrawnStage {
  readonly stage: string;
  readonly name: string;
  readonly phase: string;
  readonly owner: string;
  readonly entry: readonly string[];
  readonly exit: readonly string[];
  readonly to: readonly string[];
  readonly isFaulty: boolean;
}

interface WorkflowDiagramProps {
  /** a workflow of the centre's document, or one that is being edited */
  readonly value: Json;
  readonly faults?: Editing['faults'];
}

/** The stages of a workflow from left to right, drawn from what stands in its form, and the same as a table. */
export function WorkflowDiagram({ value, faults = [] }: WorkflowDiagramProps) {
  const words = useWords();
  const { t } = words;
  if (!isGroup(value)) return null;
  const stages = drawnStages(value, faults, words);
  if (stages.length === 0) return null;
  return (
    <div className="workflow-drawn">
      <Drawing start={textOf(value['start'])} stages={stages} words={words} />
      <details>
        <summary>{t({ id: 'admin.diagramTable' })}</summary>
        <StageTable stages={stages} words={words} />
      </details>
    </div>
  );
}

interface DrawnProps {
  readonly stages: readonly DrawnStage[];
  readonly words: Words;
}

function Drawing({ start, stages, words }: DrawnProps & { readonly start: string }) {
  const { t } = words;
  const arrow = useId();
  const { boxes, arrows, width, height } = layoutOf(start, stages);
  const named = new Map(stages.map((stage) => [stage.stage, stage]));
  return (
    <Zoomed label={t({ id: 'admin.diagram' })} width={width} height={height}>
      <svg viewBox={`0 0 ${width} ${height}`} role="img">
        <title>{t({ id: 'admin.diagramOf' }, { count: stages.length })}</title>
        <defs>
          <marker
            id={arrow}
            viewBox="0 0 8 8"
            refX="7"
            refY="4"
            markerWidth="8"
            markerHeight="8"
            orient="auto"
          >
            <path d="M0 0L8 4L0 8z" className="workflow-tip" />
          </marker>
        </defs>
        {arrows.map((one) => (
          <path
            key={`${one.from} ${one.to}`}
            d={pathOf(one)}
            className={one.isBack ? 'workflow-arrow workflow-back' : 'workflow-arrow'}
            markerEnd={`url(#${arrow})`}
          />
        ))}
        {boxes.map(({ stage, x, y }) => {
          const drawn = named.get(stage);
          return (
            drawn && (
              <g key={stage} transform={`translate(${x} ${y})`}>
                <StageBox drawn={drawn} isStart={stage === start} words={words} />
              </g>
            )
          );
        })}
      </svg>
    </Zoomed>
  );
}

interface StageBoxProps {
  readonly drawn: DrawnStage;
  readonly isStart: boolean;
  readonly words: Words;
}

function StageBox({ drawn, isStart, words }: StageBoxProps) {
  const { t } = words;
  const { name, phase, owner, entry, exit, isFaulty } = drawn;
  const looks = [
    'workflow-box',
    `workflow-${phase}`,
    isStart && 'workflow-start',
    isFaulty && 'workflow-faulty',
  ];
  return (
    <>
      <rect width={box.width} height={box.height} rx={10} className={looks.filter(Boolean).join(' ')} />
      <foreignObject width={box.width} height={box.height}>
        <div className="workflow-words">
          <strong>
            {isFaulty && '⚠ '}
            {name}
          </strong>
          <span>
            {phaseText(phase, words)}
            {owner !== 'handler' && ` · ${ownerText(owner, words)}`}
          </span>
        </div>
      </foreignObject>
      <Mark x={0} conditions={entry} title={t({ id: 'admin.stageEntry' })} words={words} />
      <Mark x={box.width} conditions={exit} title={t({ id: 'admin.stageExit' })} words={words} />
    </>
  );
}

interface MarkProps {
  readonly x: number;
  readonly conditions: readonly string[];
  readonly title: string;
  readonly words: Words;
}

/** How many conditions stand at this side of a stage, with what they are on hover. */
function Mark({ x, conditions, title, words }: MarkProps) {
  if (conditions.length === 0) return null;
  const y = box.height - 8;
  return (
    <g className="workflow-mark">
      <title>{`${title}: ${conditionText(conditions, words)}`}</title>
      <circle cx={x} cy={y} r={9} />
      <text x={x} y={y}>
        {conditions.length}
      </text>
    </g>
  );
}

function StageTable({ stages, words }: DrawnProps) {
  const { t, language } = words;
  const nameOf = new Map(stages.map(({ stage, name }) => [stage, name]));
  return (
    <table className="workflow-table">
      <thead>
        <tr>
          <th scope="col">{t({ id: 'admin.stage' })}</th>
          <th scope="col">{t({ id: 'admin.stagePhase' })}</th>
          <th scope="col">{t({ id: 'admin.stageOwner' })}</th>
          <th scope="col">{t({ id: 'admin.stageEntry' })}</th>
          <th scope="col">{t({ id: 'admin.stageExit' })}</th>
          <th scope="col">{t({ id: 'admin.stageTo' })}</th>
        </tr>
      </thead>
      <tbody>
        {stages.map(({ stage, name, phase, owner, entry, exit, to }) => (
          <tr key={stage}>
            <th scope="row">{name}</th>
            <td>{phaseText(phase, words)}</td>
            <td>{ownerText(owner, words)}</td>
            <td>{conditionText(entry, words)}</td>
            <td>{conditionText(exit, words)}</td>
            <td>{new Intl.ListFormat(language).format(to.map((one) => nameOf.get(one) ?? one))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function drawnStages(
  value: JsonGroup,
  faults: Editing['faults'],
  { language }: Words,
): readonly DrawnStage[] {
  return listOf(value['stages']).flatMap((stage, i) => {
    if (!isGroup(stage)) return [];
    const id = textOf(stage['stage']);
    const name = isGroup(stage['name']) ? textOf(stage['name'][language]) : '';
    return [
      {
        stage: id,
        name: name || id,
        phase: textOf(stage['phase']),
        owner: textOf(stage['owner']) || 'handler',
        entry: texts(stage['entry']),
        exit: texts(stage['exit']),
        to: texts(stage['to']),
        isFaulty: faults.some(({ path }) => path[0] === 'stages' && path[1] === i),
      },
    ];
  });
}

const texts = (value: Json | undefined): readonly string[] => listOf(value).map(textOf);

function phaseText(phase: string, { t }: Words): string {
  const known = stagePhases.find((one) => one === phase);
  return known === undefined ? phase : t(phaseWords[known]);
}

function ownerText(owner: string, { t }: Words): string {
  const known = stageOwners.find((one) => one === owner);
  return known === undefined ? owner : t(stageOwnerWords[known]);
}

function conditionText(conditions: readonly string[], { t }: Words): string {
  const isKnown = (one: string): one is StageCondition => stageConditions.some((known) => known === one);
  return conditions.map((one) => (isKnown(one) ? t(conditionWords[one]) : one)).join(' · ');
}
