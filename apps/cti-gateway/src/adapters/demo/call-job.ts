import type { Language } from '@ringside/shared/model/language';

/** What a demo call's process is started with: plain values, as JSON. */
export interface CallJob {
  readonly gateway: { readonly host: string; readonly port: number };
  readonly from: string | null;
  readonly dialled: string;
  readonly language: Language;
  readonly soundsFolder: string;
  readonly longestSeconds: number;
}
