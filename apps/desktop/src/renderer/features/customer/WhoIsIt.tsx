import type { CustomerId } from '@ringside/shared/model/ids';
import type { ContactView } from '@ringside/shared/protocol/contact';
import type { CustomerCard } from '@ringside/shared/protocol/customer';
import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { Notice } from '@ringside/ui/Notice';
import { useCommand } from '../../asking.ts';
import { callerText } from '../../wording/phone-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CustomerList } from './CustomerList.tsx';
import { CustomerSearch } from './CustomerSearch.tsx';
import { NewCustomer } from './NewCustomer.tsx';
import './CustomerPage.css';

/** The page of a caller who is not one known customer: several, nobody, or a withheld number. */
export function WhoIsIt({ contact }: { readonly contact: ContactView }) {
  const words = useWords();
  const { t } = words;
  const { match } = contact.pop;
  const renderActions = useIdentify(contact);
  const number = callerText(contact.caller, words);
  if (match.kind === 'known') return null;
  return (
    <div className="customer">
      {match.kind === 'several' && (
        <Card title={t({ id: 'who.several' }, { number })}>
          <p className="card-lead">{t({ id: 'who.severalWhy' })}</p>
          <CustomerList
            label={t({ id: 'who.several' }, { number })}
            customers={match.candidates}
            renderActions={renderActions}
          />
        </Card>
      )}
      {match.kind === 'stranger' && (
        <Notice tone="info" title={t({ id: 'who.stranger' }, { number })}>
          {t({ id: 'who.strangerWhy' })}
        </Notice>
      )}
      {match.kind === 'withheld' && (
        <Notice tone="info" title={t({ id: 'who.withheld' })}>
          {t({ id: 'who.withheldWhy' })}
        </Notice>
      )}
      <Card title={t({ id: 'who.search' })}>
        <div className="form-padded">
          <CustomerSearch renderActions={renderActions} />
        </div>
      </Card>
      <NewCustomer callId={contact.callId} caller={contact.caller} />
    </div>
  );
}

/** "It is them", and where there is a number to keep, "and this number is theirs". */
function useIdentify({ callId, caller, pop }: ContactView) {
  const { t } = useWords();
  const tell = useCommand();
  const identify = (customerId: CustomerId, keepNumber: boolean) =>
    void tell({ do: 'call.identify', callId, customerId, keepNumber });
  const canKeep = caller.kind === 'number' && pop.match.kind !== 'several';
  return ({ customerId }: CustomerCard) => (
    <>
      <Button small look={canKeep ? 'plain' : 'primary'} onPress={() => identify(customerId, false)}>
        {t({ id: 'who.isThem' })}
      </Button>
      {(canKeep || pop.match.kind === 'several') && (
        <Button small onPress={() => identify(customerId, true)}>
          {t({ id: 'who.numberIsTheirs' })}
        </Button>
      )}
    </>
  );
}
