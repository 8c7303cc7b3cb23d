import type { CaseId } from '@ringside/shared/model/ids';
import { useState } from 'react';
import { say } from '../../notices/notices.ts';
import { useServices } from '../../services.tsx';
import { problemWords } from '../../wording/problem-wording.ts';

interface Uploads {
  /** names of those on their way */
  readonly coming: readonly string[];
  readonly add: (files: readonly File[]) => void;
}

/** Brings files to the gateway, one after the other; what it says to each is said on the screen. One that is too large does not set out. */
export function useUploads(caseId: CaseId, mostBytes: number, done: () => void): Uploads {
  const { link } = useServices();
  const [coming, setComing] = useState<readonly string[]>([]);

  async function bring(files: readonly File[]) {
    for (const file of files) {
      const reply =
        file.size > mostBytes
          ? ({ ok: false, problem: { problem: 'attachmentTooLarge' } } as const)
          : await link.attach(caseId, file);
      setComing((names) => names.filter((name) => name !== file.name));
      if (!reply.ok) say('bad', problemWords[reply.problem.problem]);
      else if (reply.value.nameFits) say('good', { id: 'files.added' }, { name: file.name });
      else say('warn', { id: 'files.addedOdd' }, { name: file.name });
    }
    done();
  }

  return {
    coming,
    add: (files) => {
      setComing((names) => [...names, ...files.map(({ name }) => name)]);
      void bring(files);
    },
  };
}
