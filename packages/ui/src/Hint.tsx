import type { ReactElement, ReactNode } from 'react';
import { Button, Tooltip, TooltipTrigger } from 'react-aria-components';
import './Hint.css';

/** A short explanation on hover and on focus. The child must be a React Aria button or link. */
export function Hint({ text, children }: { readonly text: string; readonly children: ReactElement }) {
  return (
    <TooltipTrigger delay={500} closeDelay={100}>
      {children}
      <Tooltip className="rs-hint" offset={6}>
        {text}
      </Tooltip>
    </TooltipTrigger>
  );
}

/** A figure or word that explains itself: a formula, a reason. Reached by keyboard too. */
export function Explained({ text, children }: { readonly text: string; readonly children: ReactNode }) {
  return (
    <Hint text={text}>
      <Button className="rs-hint-target">{children}</Button>
    </Hint>
  );
}
