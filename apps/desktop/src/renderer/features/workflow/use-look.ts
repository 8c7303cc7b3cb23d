import type { CaseId } from '@ringside/shared/model/ids';
import type { CaseFile, Looker } from '@ringside/shared/protocol/case';
import { useEffect } from 'react';
import { useDesk } from '../../desk.ts';
import { useServices } from '../../services.tsx';

/** CASE-14: says that this desk has the case open, anew after every gap in the connection, and gives who else has. */
export function useLook(caseId: CaseId, file: CaseFile | null): readonly Looker[] {
  const { link } = useServices();
  const snapshotAt = useDesk(({ desk }) => desk?.snapshotAt ?? 0);
  useEffect(() => {
    void link.command({ do: 'case.look', caseId });
    return () => void link.command({ do: 'case.look', caseId: null });
    // oxlint-disable-next-line react/exhaustive-effect-dependencies -- after a gap the gateway has forgotten it
  }, [link, caseId, snapshotAt]);
  const told = useDesk(({ desk }) => desk?.lookers[caseId]);
  const myself = useDesk(({ desk }) => desk?.me.agentId);
  return (told ?? file?.lookers ?? []).filter(({ agentId }) => agentId !== myself);
}
