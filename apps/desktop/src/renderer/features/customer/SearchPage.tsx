import { Button } from '@ringside/ui/Button';
import { Card } from '@ringside/ui/Card';
import { useText } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';
import { CustomerSearch } from './CustomerSearch.tsx';
import './CustomerPage.css';

export function SearchPage() {
  const t = useText();
  const go = useGo();
  return (
    <div className="page">
      <h1>{t({ id: 'search.title' })}</h1>
      <Card title={t({ id: 'search.card' })}>
        <div className="form-padded">
          <CustomerSearch
            renderActions={({ customerId }) => (
              <Button small onPress={() => go.customer(customerId)}>
                {t({ id: 'search.open' })}
              </Button>
            )}
          />
        </div>
      </Card>
    </div>
  );
}
