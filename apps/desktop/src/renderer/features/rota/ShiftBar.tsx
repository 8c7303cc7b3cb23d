import type { ShiftView } from '@ringside/shared/protocol/rota';
import { ArrowLeftRight, HandHelping, Pencil, Sparkles, Star, TriangleAlert } from 'lucide-react';
import type { PointerEvent, ReactNode } from 'react';
import { Fragment, useRef } from 'react';
import type { Edge } from './hold.ts';

const icons: Record<ShiftView['how'], ReactNode> = {
  turn: null,
  plan: <Sparkles size={12} aria-hidden />,
  byHand: <Pencil size={12} aria-hidden />,
  swap: <ArrowLeftRight size={12} aria-hidden />,
  cover: <HandHelping size={12} aria-hidden />,
  declared: null,
  gap: <TriangleAlert size={12} aria-hidden />,
};

/** How many columns a pointer went since it took the bar up, and over which row it is. */
export interface Drag {
  readonly edge: Edge | null;
  readonly days: number;
  readonly rowId: string | null;
}

/** Where something stands in its row, as shares of it. */
export interface Stretch {
  readonly left: number;
  readonly width: number;
  readonly lane: number;
}

export interface BarLook {
  readonly how: ShiftView['how'];
  readonly isMine: boolean;
  readonly isFaulty: boolean;
  readonly isUnsaved: boolean;
  /** it is one with the bar before or after it */
  readonly comesOn?: boolean;
  readonly goesOn?: boolean;
}

const placed = ({ left, width, lane }: Stretch) => ({
  left: `${left * 100}%`,
  width: `${width * 100}%`,
  top: `calc(4px + ${lane} * var(--lane))`,
});

interface ShiftBarProps {
  readonly look: BarLook;
  readonly at: Stretch;
  readonly days: number;
  readonly title: string;
  readonly isHeld?: boolean;
  /** null: it can't be changed */
  readonly onDrag: ((drag: Drag, isOver: boolean) => void) | null;
  readonly onPress: (() => void) | null;
}

/** For the eye and the pointer; the cells behind it say the same to everybody else. */
export function ShiftBar({ look, at, days, title, isHeld = false, onDrag, onPress }: ShiftBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const start = useRef<{ x: number; y: number; edge: Edge | null; moved: boolean } | null>(null);

  function dragOf(event: PointerEvent): Drag {
    const from = start.current;
    const track = bar.current?.parentElement?.getBoundingClientRect().width ?? 1;
    const over = document
      .elementsFromPoint(event.clientX, event.clientY)
      .map((element) => element.closest<HTMLElement>('[data-rota-row]')?.dataset['rotaRow'])
      .find((id) => id !== undefined);
    const gone = from === null ? 0 : ((event.clientX - from.x) / track) * days;
    return { edge: from?.edge ?? null, days: gone, rowId: over ?? null };
  }
  function take(event: PointerEvent): void {
    if (event.button !== 0) return;
    event.preventDefault();
    const edge = (event.target as HTMLElement).dataset['edge'] as Edge | undefined;
    start.current = { x: event.clientX, y: event.clientY, edge: edge ?? null, moved: false };
    if (onDrag !== null) bar.current?.setPointerCapture(event.pointerId);
  }
  function drag(event: PointerEvent): void {
    const from = start.current;
    if (from === null || onDrag === null) return;
    from.moved ||= Math.hypot(event.clientX - from.x, event.clientY - from.y) > 4;
    if (from.moved) onDrag(dragOf(event), false);
  }
  function letGo(event: PointerEvent): void {
    const from = start.current;
    if (from === null) return;
    if (from.moved) onDrag?.(dragOf(event), true);
    else onPress?.();
    start.current = null;
  }

  if (at.width <= 0) return null;
  return (
    <div
      ref={bar}
      aria-hidden
      title={title}
      className={`${lookClass(look)}${isHeld ? ' rota-held' : ''}${onDrag === null ? '' : ' rota-movable'}`}
      style={placed(at)}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={letGo}
    >
      {onDrag !== null && <i data-edge="from" />}
      {onDrag !== null && <i data-edge="until" />}
    </div>
  );
}

const lookClass = ({ how, isMine, isFaulty, isUnsaved, comesOn, goesOn }: BarLook): string =>
  [
    'rota-bar',
    `rota-${how}`,
    isMine && 'rota-mine',
    isFaulty && 'rota-faulty',
    isUnsaved && 'rota-unsaved',
    comesOn && 'rota-comes-on',
    goesOn && 'rota-goes-on',
  ]
    .filter(Boolean)
    .join(' ');

interface RunLabelProps {
  readonly look: BarLook;
  readonly at: Stretch;
  readonly text: string;
  /** there is room for one mark alone: what is wrong goes before whose it is, and that before how it came */
  readonly isNarrow: boolean;
}

/** The name over one bar, or over several of the same that follow one another. */
export function RunLabel({ look, at, text, isNarrow }: RunLabelProps) {
  const { how, isMine } = look;
  const marks = marksOf(look);
  if (at.width <= 0) return null;
  return (
    <div
      aria-hidden
      className={`rota-label${isMine ? ' rota-on-mine' : ''}${how === 'gap' ? ' rota-on-gap' : ''}${isNarrow ? ' rota-narrow' : ''}`}
      style={placed(at)}
    >
      {isNarrow ? marks[0] : marks}
      <span>{text}</span>
    </div>
  );
}

const marksOf = ({ how, isMine, isFaulty }: BarLook): readonly ReactNode[] => [
  ...(isFaulty && how !== 'gap' ? [<TriangleAlert key="fault" size={12} aria-hidden />] : []),
  ...(isMine ? [<Star key="mine" size={12} aria-hidden />] : []),
  ...(icons[how] === null ? [] : [<Fragment key="how">{icons[how]}</Fragment>]),
];
