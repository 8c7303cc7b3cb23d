import type { CaseId } from '@ringside/shared/model/ids';
import type { LetterPurpose } from '@ringside/shared/model/letter';
import { caseFile } from '@ringside/shared/protocol/case';
import { serverNow } from '@ringside/ui/ticker';
import { useState } from 'react';
import type { Message } from '../../i18n/text.ts';
import { useServices } from '../../services.tsx';
import { problemWords } from '../../wording/problem-wording.ts';
import { dayOf } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { letterFileWords } from './letter-words.ts';

type PdfProgress =
  | { readonly is: 'notAsked' }
  | { readonly is: 'coming' }
  | { readonly is: 'kept'; readonly name: string }
  | { readonly is: 'failed'; readonly why: Message };

/** LETTER-17: the letter that is shown becomes a file of its case. Null where this program can't make a PDF. */
export function useLetterPdf(
  caseId: CaseId,
  purpose: LetterPurpose,
): { readonly progress: PdfProgress; readonly keep: () => void } | null {
  const { t, timeZone } = useWords();
  const { link, platform } = useServices();
  const [progress, setProgress] = useState<PdfProgress>({ is: 'notAsked' });
  const { letterPdf } = platform;
  if (letterPdf === null) return null;

  async function kept(make: NonNullable<typeof letterPdf>): Promise<PdfProgress> {
    // what the window shows is printed: at once, before anything else can be shown
    const bytes = await make().catch(() => null);
    if (bytes === null) return { is: 'failed', why: { id: 'letters.pdfFailed' } };
    const file = await link.query({ ask: 'case.file', caseId }, caseFile);
    if (!file.ok) return { is: 'failed', why: problemWords[file.problem.problem] };
    const name = `${file.value.case.reference} ${t(letterFileWords[purpose])} ${dayOf(serverNow(), timeZone)}.pdf`;
    const reply = await link.attach(caseId, new File([bytes], name, { type: 'application/pdf' }));
    return reply.ok ? { is: 'kept', name } : { is: 'failed', why: problemWords[reply.problem.problem] };
  }

  return {
    progress,
    keep: () => {
      setProgress({ is: 'coming' });
      void kept(letterPdf).then(setProgress);
    },
  };
}
