import { useEffect } from 'react';
import type { DefaultValues, FieldValues, UseFormReturn } from 'react-hook-form';
import { useForm } from 'react-hook-form';
import { useServices } from '../services.tsx';
import type { GatewayLink } from '../gateway/gateway-link.ts';
import { draftIsKept, draftText, dropDraft, useDrafts, writeDraft } from './drafts.ts';

const pauseBeforeKeeping = 600;

export interface DraftForm<Values extends FieldValues> {
  readonly form: UseFormReturn<Values>;
  /** when what is typed was last written down; null while nothing is */
  readonly keptAt: number | null;
  /** After saving: the draft is gone and the form empty again. */
  readonly clear: () => void;
}

/** A form that is written down while it is typed, here at once and at the gateway after a pause, and starts from there. */
export function useDraftForm<Values extends FieldValues>(about: string, initial: Values): DraftForm<Values> {
  const { link } = useServices();
  const form = useForm<Values>({ defaultValues: { ...initial, ...stored(about) } as DefaultValues<Values> });
  const keptAt = useDrafts((s) => s.drafts[about]?.keptAt ?? null);

  useEffect(() => {
    const keeper = draftKeeper(about, link);
    const stop = form.subscribe({
      formState: { values: true },
      callback: ({ values }) => keeper.write(JSON.stringify(values)),
    });
    return () => {
      stop();
      keeper.flush();
    };
  }, [about, form, link]);

  const clear = () => {
    form.reset(initial);
    dropDraft(about);
    void link.command({ do: 'draft.keep', about, text: '' });
  };
  return { form, keptAt, clear };
}

function stored(about: string): Partial<FieldValues> {
  const text = draftText(about);
  if (text === null) return {};
  try {
    return JSON.parse(text) as FieldValues;
  } catch {
    return {};
  }
}

function draftKeeper(about: string, link: GatewayLink) {
  let timer: ReturnType<typeof setTimeout> | null = null;
  let latest: string | null = null;

  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (latest === null || draftText(about) === null) return;
    const text = latest;
    latest = null;
    void link.command({ do: 'draft.keep', about, text }).then((reply) => {
      if (reply.ok) draftIsKept(about, text);
    });
  };

  return {
    flush,
    write(text: string) {
      if (text === draftText(about)) return;
      latest = text;
      writeDraft(about, text, Date.now());
      timer ??= setTimeout(flush, pauseBeforeKeeping);
    },
  };
}
