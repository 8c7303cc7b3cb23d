import type { RefObject } from 'react';
import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';

export interface Zoom {
  readonly scale: number;
  /** the whole drawing is shown, whatever room there is */
  readonly isFit: boolean;
  readonly canGoIn: boolean;
  readonly canGoOut: boolean;
  readonly in: () => void;
  readonly out: () => void;
  readonly fit: () => void;
}

const step = 1.25;
const nearest = 2.5;
const farthest = 0.2;
/** Small drawings are not blown up beyond this to fill their place. */
const largestFit = 1.25;

interface Place {
  readonly x: number;
  readonly y: number;
}

/** How large a drawing is shown in a frame that scrolls. What stood at a place of the frame stays there. */
export function useZoom(frame: RefObject<HTMLElement | null>, width: number, height: number): Zoom {
  const room = useRoom(frame);
  const [chosen, choose] = useState<number | null>(null);
  const held = useRef<Place | null>(null);
  const fitting = between(farthest, largestFit, Math.min(room.width / width, room.height / height));
  const scale = chosen ?? fitting;

  const by = useCallback(
    (factor: number, at?: Place) => {
      held.current = at ?? null;
      choose(between(farthest, nearest, scale * factor));
    },
    [scale],
  );
  useHeld(frame, scale, held);
  useWheel(frame, by);
  return {
    scale,
    isFit: chosen === null,
    canGoIn: scale < nearest,
    canGoOut: scale > farthest,
    in: () => by(step),
    out: () => by(1 / step),
    fit: () => choose(null),
  };
}

const between = (least: number, most: number, value: number): number =>
  Math.min(most, Math.max(least, value));

interface Room {
  readonly width: number;
  readonly height: number;
}

/** What the frame can show at once: its own width, and the height it may grow to. */
function useRoom(frame: RefObject<HTMLElement | null>): Room {
  const [room, setRoom] = useState<Room>({ width: 900, height: 420 });
  useLayoutEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const measure = () => {
      const most = Number.parseFloat(getComputedStyle(element).maxHeight);
      setRoom((was) => {
        const now = {
          // a fraction of a pixel too wide would bring a scroll bar
          width: element.clientWidth - 1,
          height: Number.isNaN(most) ? element.clientHeight : most,
        };
        return was.width === now.width && was.height === now.height ? was : now;
      });
    };
    measure();
    const watched = new ResizeObserver(measure);
    watched.observe(element);
    return () => watched.disconnect();
  }, [frame]);
  return room;
}

function useHeld(frame: RefObject<HTMLElement | null>, scale: number, held: RefObject<Place | null>): void {
  const before = useRef(scale);
  useLayoutEffect(() => {
    const element = frame.current;
    const factor = scale / before.current;
    before.current = scale;
    if (element === null || factor === 1) return;
    const at = held.current ?? { x: element.clientWidth / 2, y: element.clientHeight / 2 };
    element.scrollTo((element.scrollLeft + at.x) * factor - at.x, (element.scrollTop + at.y) * factor - at.y);
  }, [frame, scale, held]);
}

/** Ctrl and the wheel, and two fingers on a touch pad, which browsers tell in the same way. */
function useWheel(frame: RefObject<HTMLElement | null>, by: (factor: number, at: Place) => void): void {
  useEffect(() => {
    const element = frame.current;
    if (element === null) return undefined;
    const onWheel = (event: WheelEvent) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      const { left, top } = element.getBoundingClientRect();
      by(Math.exp(-event.deltaY / 300), { x: event.clientX - left, y: event.clientY - top });
    };
    element.addEventListener('wheel', onWheel, { passive: false });
    return () => element.removeEventListener('wheel', onWheel);
  }, [frame, by]);
}
