import type { CaseFile } from '@ringside/shared/protocol/case';
import { Button } from '@ringside/ui/Button';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';

export type OpenAct = 'case.assign' | 'case.handOver' | 'case.escalate' | 'case.reopen' | 'case.assess';

interface CaseActsProps {
  readonly file: CaseFile;
  readonly onOpen: (act: OpenAct) => void;
}

/** What else may be done with the case now; what may not is not offered. */
export function CaseActs({ file, onOpen }: CaseActsProps) {
  const t = useText();
  const tell = useCommand();
  const myself = useDesk(({ desk }) => desk?.me.agentId);
  const { standing, may, version, closedAt } = file;
  const { caseId, ownerId } = file.case;
  const edits = may.includes('edit');
  const gives = may.includes('assign') && closedAt === null;
  const canEscalate = standing.isYours && standing.escalatesTo !== null;
  return (
    <div className="case-acts">
      {gives && ownerId !== myself && (
        <Button small look="primary" onPress={() => void tell({ do: 'case.take', caseId, version })}>
          {t({ id: 'workflow.take' })}
        </Button>
      )}
      {edits && file.acknowledgedAt === null && (
        <Button small onPress={() => void tell({ do: 'case.acknowledge', caseId, version })}>
          {t({ id: 'workflow.acknowledge' })}
        </Button>
      )}
      {edits && (
        <Button small onPress={() => onOpen('case.assess')}>
          {t({ id: 'workflow.assess' })}
        </Button>
      )}
      {gives && ownerId === myself && (
        <Button small onPress={() => onOpen('case.handOver')}>
          {t({ id: 'workflow.handOver' })}
        </Button>
      )}
      {gives && ownerId !== myself && (
        <Button small onPress={() => onOpen('case.assign')}>
          {t({ id: 'workflow.assign' })}
        </Button>
      )}
      {canEscalate && (
        <Button small onPress={() => onOpen('case.escalate')}>
          {t({ id: 'workflow.escalate' })}
        </Button>
      )}
      {file.reopenUntil !== null && may.includes('reopen') && (
        <Button small onPress={() => onOpen('case.reopen')}>
          {t({ id: 'workflow.reopen' })}
        </Button>
      )}
    </div>
  );
}
