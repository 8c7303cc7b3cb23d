import { useCallback } from 'react';
import { Ticking } from './Ticking.tsx';

/** Whole seconds as 0:07, 12:34 or 1:02:03. Negative lengths show as zero. */
export function clockText(milliseconds: number): string {
  const seconds = Math.max(0, Math.floor(milliseconds / 1_000));
  const twoDigits = (value: number) => String(value).padStart(2, '0');
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return `${minutes}:${twoDigits(seconds % 60)}`;
  return `${Math.floor(minutes / 60)}:${twoDigits(minutes % 60)}:${twoDigits(seconds % 60)}`;
}

/** How long something has lasted, from an instant on the gateway's clock. */
export function CallTimer({ since, className }: { readonly since: number; readonly className?: string }) {
  const text = useCallback((now: number) => clockText(now - since), [since]);
  return <Ticking text={text} {...(className === undefined ? {} : { className })} />;
}
