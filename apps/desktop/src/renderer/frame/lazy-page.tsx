import type { ComponentType } from 'react';
import { use } from 'react';
import type { Timers } from '../waiting/timers.ts';
import { systemTimers } from '../waiting/timers.ts';

/** A page that may not be here yet. Once `preload` is done it renders at once, without a moment of "loading". */
export interface LazyPage<Props extends object> {
  (props: Props): React.ReactNode;
  /** Never fails: the code is asked for until it comes. The router calls it before it shows the page. */
  readonly preload: () => Promise<void>;
}

const pauseMs = 1_000;

/** A page whose code is a file of its own, fetched when it is first wanted or before, when the desk has nothing to do. */
export function lazyPage<Props extends object>(
  fetchPage: () => Promise<ComponentType<Props>>,
  timers: Timers = systemTimers,
): LazyPage<Props> {
  let page: ComponentType<Props> | null = null;
  let coming: Promise<void> | null = null;
  const preload = (): Promise<void> => {
    coming ??= untilThere(fetchPage, timers).then((fetched) => {
      page = fetched;
    });
    return coming;
  };
  function Page(props: Props) {
    if (page === null) use(preload());
    const Fetched = page;
    return Fetched && <Fetched {...props} />;
  }
  return Object.assign(Page, { preload });
}

/** The network may be away for a moment; what a page is made of does not change meanwhile. */
async function untilThere<Value>(fetchIt: () => Promise<Value>, timers: Timers): Promise<Value> {
  for (;;) {
    try {
      return await fetchIt();
    } catch {
      await new Promise<void>((resolve) => void timers.after(pauseMs, resolve));
    }
  }
}
