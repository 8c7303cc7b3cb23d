import type { RefObject } from 'react';
import { useEffect, useState } from 'react';

/** Lets what a tool stands in have the whole screen; Escape gives it back, as browsers do by themselves. */
export function useWholeScreen(tool: RefObject<HTMLElement | null>) {
  const [isOn, setOn] = useState(false);
  useEffect(() => {
    const onChange = () =>
      setOn(
        document.fullscreenElement !== null && document.fullscreenElement === tool.current?.parentElement,
      );
    document.addEventListener('fullscreenchange', onChange);
    return () => document.removeEventListener('fullscreenchange', onChange);
  }, [tool]);
  async function toggle(): Promise<void> {
    if (document.fullscreenElement) return document.exitFullscreen();
    return tool.current?.parentElement?.requestFullscreen();
  }
  // A computer that does not allow it (a kiosk, a remote desktop) leaves the drawing as it is.
  return { isOn, toggle: () => void toggle().catch(() => undefined) };
}
