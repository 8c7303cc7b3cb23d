import type { Snapshot } from '@ringside/shared/protocol/down';
import { create } from 'zustand';

export interface Draft {
  readonly text: string;
  /** own clock for what was typed here, the gateway's for what came from it */
  readonly keptAt: number;
  /** whether the gateway has it too */
  readonly isKept: boolean;
}
type Drafts = Readonly<Record<string, Draft>>;

const storageKey = 'ringside.drafts';
/** Session storage: it outlives a reload and a crash of the page, and not the window of a shared computer. */
const storage = () => window.sessionStorage;

export const useDrafts = create<{ readonly agentId: string; readonly drafts: Drafts }>(() => ({
  agentId: '',
  drafts: {},
}));

/** Texts typed and not yet saved, by what they are about. The local copy is written at once, the gateway's after a pause. */
export function writeDraft(about: string, text: string, at: number): void {
  change((drafts) => ({ ...drafts, [about]: { text, keptAt: at, isKept: false } }));
}

export function draftIsKept(about: string, text: string): void {
  change((drafts) => {
    const draft = drafts[about];
    return draft?.text === text ? { ...drafts, [about]: { ...draft, isKept: true } } : drafts;
  });
}

export function dropDraft(about: string): void {
  change(({ [about]: _dropped, ...rest }) => rest);
}

export const draftText = (about: string): string | null => useDrafts.getState().drafts[about]?.text ?? null;

/**
 * Takes up what this window kept through a reload, then what the gateway has; the local one wins, it is never older.
 * What another person typed in this window before is not shown to this one.
 */
export function takeDrafts(agentId: string, fromGateway: Snapshot['drafts']): void {
  const theirs = Object.fromEntries(
    fromGateway.map(({ about, text, keptAt }) => [about, { text, keptAt, isKept: true }]),
  );
  useDrafts.setState({ agentId, drafts: { ...theirs, ...readStored(agentId) } });
}

export function forgetAllDrafts(): void {
  useDrafts.setState({ agentId: '', drafts: {} });
  storage().removeItem(storageKey);
}

function change(next: (drafts: Drafts) => Drafts): void {
  useDrafts.setState(({ drafts }) => ({ drafts: next(drafts) }));
  storage().setItem(storageKey, JSON.stringify(useDrafts.getState()));
}

function readStored(agentId: string): Drafts {
  try {
    const stored = JSON.parse(storage().getItem(storageKey) ?? '{}') as { agentId?: string; drafts?: Drafts };
    return (stored.agentId === agentId && stored.drafts) || {};
  } catch {
    return {};
  }
}
