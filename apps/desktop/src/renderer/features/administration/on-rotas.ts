import type { UserView } from '@ringside/shared/protocol/administration';
import { createContext, useContext } from 'react';

/** Users who may stand on a rota: those who are active and answer for others. */
export const OnRotas = createContext<readonly UserView[]>([]);

export const useOnRotas = (): readonly UserView[] => useContext(OnRotas);

export const mayBeOnRotas = ({ active, roles }: UserView): boolean =>
  active && roles.some((role) => role === 'manager' || role === 'supervisor');
