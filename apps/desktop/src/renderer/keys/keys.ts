import type { Hotkey } from '@tanstack/react-hotkeys';
import { formatForDisplay, matchesKeyboardEvent } from '@tanstack/react-hotkeys';
import { useEffect, useRef } from 'react';
import { usePreferences } from '../preferences.ts';
import type { Action } from './actions.ts';
import { actions, ownKeys } from './actions.ts';
import { isComposing } from './composing.ts';

const handlers = new Map<Action, (() => void)[]>();

/** The keys of an action: the person's own where they chose some. */
export const keysOf = (action: Action): string => usePreferences.getState().keys[action] ?? ownKeys[action];

/** The same as it stands on the keyboard: "Ctrl+Shift+A". */
export const shownKeys = (keys: string): string =>
  keys.length === 1 ? keys : formatForDisplay(keys, { useSymbols: false });

export function useShownKeys(action: Action): string {
  const own = usePreferences((s) => s.keys[action]);
  return shownKeys(own ?? ownKeys[action]);
}

/** Carries out an action by its keys while mounted and wanted. The handler mounted last is asked. */
export function useKey(action: Action, handle: () => void, isWanted = true): void {
  const latest = useRef(handle);
  useEffect(() => {
    latest.current = handle;
  });
  useEffect(() => {
    if (!isWanted) return;
    const run = () => latest.current();
    handlers.set(action, [...(handlers.get(action) ?? []), run]);
    return () => {
      handlers.set(
        action,
        (handlers.get(action) ?? []).filter((other) => other !== run),
      );
    };
  }, [action, isWanted]);
}

/** Carries out an action as its keys would: for the palette. False where nobody takes it now. */
export function perform(action: Action): boolean {
  const handler = handlers.get(action)?.at(-1);
  handler?.();
  return handler !== undefined;
}

export const canPerform = (action: Action): boolean => (handlers.get(action)?.length ?? 0) > 0;

/** The one listener for keys of the whole page. */
export function listenForKeys(target: Window): () => void {
  const press = (event: KeyboardEvent) => {
    if (isComposing(event) || event.defaultPrevented || event.repeat) return;
    const action = actions.find((candidate) => isPressed(event, keysOf(candidate)));
    if (action && perform(action)) event.preventDefault();
  };
  target.addEventListener('keydown', press);
  return () => target.removeEventListener('keydown', press);
}

function isPressed(event: KeyboardEvent, keys: string): boolean {
  // A single character is typed into fields; elsewhere it is a key.
  if (keys.length === 1) return event.key === keys && !isTyping(event.target);
  return matchesKeyboardEvent(event, keys as Hotkey);
}

/** Keys that are characters belong to what is typed into. */
export function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.matches('input, textarea, select, [role=spinbutton]'))
  );
}
