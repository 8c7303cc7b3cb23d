import type { CaseId } from '@ringside/shared/model/ids';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type { Command } from '@ringside/shared/protocol/up';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';

interface Seen {
  readonly caseId: CaseId;
  readonly version: number;
}

/** Somebody changed the case while this person was writing. */
export interface Clash {
  /** the case as this person had it */
  readonly seen: CaseFile;
  /** '' where nobody knows */
  readonly by: string;
}

/**
 * What a form does to the case it was opened on (CASE-8). When somebody was first, the form stays as it is and shows what
 * they changed; sending it once more then means that it was seen.
 */
export function useCaseAct(file: CaseFile) {
  const tell = useCommand();
  const [seen, see] = useState(file);
  const [clash, setClash] = useState<Clash | null>(null);
  const [isActing, setActing] = useState(false);

  async function act(make: (seen: Seen) => Command): Promise<boolean> {
    setActing(true);
    const { version } = clash === null ? seen : file;
    const reply = await tell(make({ caseId: file.case.caseId, version }), ['changedMeanwhile']);
    setActing(false);
    if (!reply.ok && reply.problem.problem === 'changedMeanwhile') {
      setClash({ seen: clash?.seen ?? seen, by: reply.problem.by ?? '' });
      return false;
    }
    if (reply.ok) setClash(null);
    return reply.ok;
  }

  /** The form is begun anew on what stands now. */
  const begin = () => {
    see(file);
    setClash(null);
  };
  return { act, begin, clash, isActing };
}
