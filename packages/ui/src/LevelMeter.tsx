import { useEffect, useRef } from 'react';
import './LevelMeter.css';

interface LevelMeterProps {
  readonly label: string;
  /** 0 to 1, read with every frame; it is loudness, drawn by its square root so that speech fills the bar */
  readonly read: () => number;
}

/** A bar that follows a level without rendering; assistive technology reads it twice a second. */
export function LevelMeter({ label, read }: LevelMeterProps) {
  const bar = useRef<HTMLSpanElement>(null);
  const meter = useRef<HTMLMeterElement>(null);
  useEffect(() => {
    let frame = 0;
    let told = 0;
    const draw = (at: number) => {
      const share = Math.sqrt(Math.min(1, Math.max(0, read())));
      if (bar.current) bar.current.style.transform = `scaleX(${share.toFixed(3)})`;
      if (meter.current && at - told > 500) {
        told = at;
        meter.current.value = Math.round(share * 100);
      }
      frame = requestAnimationFrame(draw);
    };
    frame = requestAnimationFrame(draw);
    return () => cancelAnimationFrame(frame);
  }, [read]);
  return (
    <div className="rs-level">
      <meter ref={meter} className="rs-hidden" aria-label={label} min={0} max={100} value={0} />
      <span ref={bar} aria-hidden />
    </div>
  );
}
