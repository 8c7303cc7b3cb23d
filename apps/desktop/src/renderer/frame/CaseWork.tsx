import type { CaseId } from '@ringside/shared/model/ids';
import { CasePage } from '../features/cases/CasePage.tsx';
import { casePanels } from './case-panels.tsx';

/** A case's page with everything that features have to say about it. */
export const CaseWork = ({ caseId }: { readonly caseId: CaseId }) => (
  <CasePage caseId={caseId} panels={casePanels} />
);
