import type { CallId } from '@ringside/shared/model/ids';
import type { SupervisionMode } from '@ringside/shared/model/supervision';
import { useCallback } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';

/** Joins a call in some way, or changes the way where one is in it already. */
export function useSupervise(): (callId: CallId, mode: SupervisionMode) => Promise<unknown> {
  const tell = useCommand();
  return useCallback(
    (callId, mode) => {
      const isIn = useDesk.getState().desk?.supervision?.callId === callId;
      return tell({ do: isIn ? 'supervision.mode' : 'supervision.start', callId, mode });
    },
    [tell],
  );
}
