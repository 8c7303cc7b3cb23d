import { RotaPage } from '../features/rota/RotaPage.tsx';
import { rotaPanels } from './rota-panels.tsx';

/** The page of rotas with everything that features have to say about one. */
export const RotaWork = () => <RotaPage panels={rotaPanels} />;
