import type { KeyboardEvent, PointerEvent } from 'react';
import './SplitHandle.css';

interface SplitHandleProps {
  readonly label: string;
  /** width in pixels of the pane to its right */
  readonly width: number;
  readonly min: number;
  readonly max: number;
  readonly onWidth: (width: number) => void;
}

/* oxlint-disable jsx-a11y/no-noninteractive-element-interactions, jsx-a11y/no-noninteractive-tabindex --
   a separator that can be focused is a widget (WAI-ARIA 1.2, separator) */

/** Makes the pane to its right wider or narrower, by pointer or with the arrow keys. */
export function SplitHandle({ label, width, min, max, onWidth }: SplitHandleProps) {
  const set = (next: number) => onWidth(Math.round(Math.min(max, Math.max(min, next))));
  const drag = (down: PointerEvent<HTMLElement>) => {
    const handle = down.currentTarget;
    const from = down.clientX;
    handle.setPointerCapture(down.pointerId);
    const move = (event: globalThis.PointerEvent) => set(width + from - event.clientX);
    handle.addEventListener('pointermove', move);
    handle.addEventListener('lostpointercapture', () => handle.removeEventListener('pointermove', move), {
      once: true,
    });
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === 'ArrowLeft') set(width + 16);
    if (event.key === 'ArrowRight') set(width - 16);
  };
  return (
    <hr
      className="rs-split"
      aria-orientation="vertical"
      aria-label={label}
      aria-valuenow={width}
      aria-valuemin={min}
      aria-valuemax={max}
      tabIndex={0}
      onPointerDown={drag}
      onKeyDown={press}
    />
  );
}
