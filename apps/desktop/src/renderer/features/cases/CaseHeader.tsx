import type { CaseFile } from '@ringside/shared/protocol/case';
import { customerFile } from '@ringside/shared/protocol/customer';
import { Badge, TierBadge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { Explained } from '@ringside/ui/Hint';
import { Copy, Scale, ShieldAlert, User } from 'lucide-react';
import { useAnswer } from '../../asking.ts';
import { useGo } from '../../navigation.ts';
import { priorityExplained } from '../../wording/priority-wording.ts';
import { caseTypeWords, severityWords, tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

/** What and whose it is, how bad, and how much it presses with the reasons. */
export function CaseHeader({ file }: { readonly file: CaseFile }) {
  const words = useWords();
  const { t } = words;
  const go = useGo();
  const { reference, title, type, severity, priority, customerId, customerName } = file.case;
  return (
    <header className="case-head">
      <div>
        <h1>
          {reference} {title}
        </h1>
        <p className="case-badges">
          <Badge>{t(caseTypeWords[type])}</Badge>
          <Badge
            tone={severity === 'safety' ? 'risk' : severity === 'serious' ? 'warn' : 'plain'}
            icon={severity === 'safety' ? <ShieldAlert size={14} aria-hidden /> : undefined}
          >
            {t(severityWords[severity])}
          </Badge>
          {file.legal && (
            <Badge tone="warn" icon={<Scale size={14} aria-hidden />}>
              {t({ id: 'case.legalShort' })}
            </Badge>
          )}
          {customerId && <TierOf customerId={customerId} />}
          <Explained text={priorityExplained(priority, words)}>
            {t({ id: 'case.priority' }, { score: priority.score })}
          </Explained>
          {file.duplicateOf && (
            <Button
              small
              look="quiet"
              icon={<Copy size={14} aria-hidden />}
              onPress={() => file.duplicateOf && go.case(file.duplicateOf.caseId)}
            >
              {t({ id: 'case.duplicateOf' }, { reference: file.duplicateOf.reference })}
            </Button>
          )}
        </p>
      </div>
      {customerId && (
        <Button icon={<User size={16} aria-hidden />} onPress={() => go.customer(customerId)}>
          {customerName}
        </Button>
      )}
    </header>
  );
}

function TierOf({ customerId }: { readonly customerId: NonNullable<CaseFile['case']['customerId']> }) {
  const { t } = useWords();
  const { value } = useAnswer({ ask: 'customer.file', customerId }, customerFile, customerId);
  if (value === null) return null;
  const { tier } = value.card.tier;
  return <TierBadge tier={tier}>{t(tierWords[tier])}</TierBadge>;
}
