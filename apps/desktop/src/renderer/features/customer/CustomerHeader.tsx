import type { CustomerFile } from '@ringside/shared/protocol/customer';
import { Badge, TierBadge } from '@ringside/ui/Badge';
import { Button } from '@ringside/ui/Button';
import { Flag, HeartHandshake, ListPlus, Pencil, Phone, TriangleAlert } from 'lucide-react';
import { useReference } from '../../reference.ts';
import { salutation } from '../../wording/name-wording.ts';
import { displayNumber } from '../../wording/phone-wording.ts';
import { tierReason } from '../../wording/tier-wording.ts';
import { date } from '../../wording/time-wording.ts';
import { languageWords, numberLabelWords, riskWords, tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

interface CustomerHeaderProps {
  readonly file: CustomerFile;
  readonly onEdit: () => void;
  readonly onNewTask: () => void;
  readonly onCall: ((number: string) => void) | undefined;
}

/** Who it is, how to say the name, what they are worth and why. */
export function CustomerHeader({ file, onEdit, onNewTask, onCall }: CustomerHeaderProps) {
  const words = useWords();
  const { t, region } = words;
  const { currency } = useReference();
  const { name, language, tier, risks } = file.card;
  const title = salutation(name, language);
  const [first] = file.numbers;
  return (
    <section className="rs-card customer-head" aria-label={name.written}>
      <div className="customer-who">
        <h1>
          <span lang={language}>{name.written}</span>
          {title && <span className="customer-title">{title}</span>}
        </h1>
        <p className="customer-sub">
          {[name.spoken, t(languageWords[language])].filter(Boolean).join(' · ')}
          {' · '}
          {t({ id: 'customer.since' }, { date: date(file.customerSince, words) })}
        </p>
        <p className="customer-tier">
          <TierBadge tier={tier.tier}>{t(tierWords[tier.tier])}</TierBadge>
          <span>{tierReason(tier, currency, words)}</span>
        </p>
        {risks.length > 0 && (
          <ul className="customer-risks" aria-label={t({ id: 'customer.risks' })}>
            {risks.map((risk) => (
              <li key={risk}>
                <Badge
                  tone={risk === 'vulnerable' ? 'care' : risk.startsWith('promise') ? 'risk' : 'plain'}
                  icon={
                    risk === 'vulnerable' ? (
                      <HeartHandshake size={12} aria-hidden />
                    ) : risk.startsWith('promise') ? (
                      <TriangleAlert size={12} aria-hidden />
                    ) : (
                      <Flag size={12} aria-hidden />
                    )
                  }
                >
                  {t(riskWords[risk])}
                </Badge>
              </li>
            ))}
          </ul>
        )}
      </div>
      <div className="customer-actions">
        <Button small icon={<Pencil size={14} aria-hidden />} onPress={onEdit}>
          {t({ id: 'customer.edit' })}
        </Button>
        <Button small icon={<ListPlus size={14} aria-hidden />} onPress={onNewTask}>
          {t({ id: 'customer.newTask' })}
        </Button>
        {onCall && first && (
          <Button small icon={<Phone size={14} aria-hidden />} onPress={() => onCall(first.number)}>
            {t({ id: 'customer.call' })}
          </Button>
        )}
      </div>
      <dl className="customer-reach">
        {file.numbers.map(({ number, label }) => (
          <div key={number}>
            <dt>{t(numberLabelWords[label])}</dt>
            <dd>{displayNumber(number, region)}</dd>
          </div>
        ))}
        {file.email && (
          <div>
            <dt>{t({ id: 'customer.email' })}</dt>
            <dd>{file.email}</dd>
          </div>
        )}
        {file.customerNumber && (
          <div>
            <dt>{t({ id: 'customer.customerNumber' })}</dt>
            <dd>{file.customerNumber}</dd>
          </div>
        )}
        {file.owner && (
          <div>
            <dt>{t({ id: 'customer.owner' })}</dt>
            <dd>{file.owner.name}</dd>
          </div>
        )}
        {file.address && (
          <div>
            <dt>{t({ id: 'customer.address' })}</dt>
            <dd lang={language}>{file.address}</dd>
          </div>
        )}
      </dl>
      {file.note && <p className="customer-note">{file.note}</p>}
    </section>
  );
}
