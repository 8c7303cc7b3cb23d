import type { CustomerFile } from '@ringside/shared/protocol/customer';
import { Card } from '@ringside/ui/Card';
import { Explained } from '@ringside/ui/Hint';
import { serverNow } from '@ringside/ui/ticker';
import { date } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

/** What they own and how they pay. */
export function ProductsAndPayments({ file }: { readonly file: CustomerFile }) {
  return (
    <div className="customer-two">
      <Products products={file.products} />
      <PaymentBehaviour figures={file.figures} />
    </div>
  );
}

function Products({ products }: Pick<CustomerFile, 'products'>) {
  const words = useWords();
  const { t } = words;
  const warranty = (until: number | null) => {
    if (until === null) return t({ id: 'products.noWarranty' });
    const values = { date: date(until, words) };
    return until < serverNow()
      ? t({ id: 'products.warrantyOver' }, values)
      : t({ id: 'products.warranty' }, values);
  };
  return (
    <Card title={t({ id: 'products.title' })}>
      {products.length === 0 && <p className="card-none">{t({ id: 'products.none' })}</p>}
      <ul className="products">
        {products.map((product) => (
          <li key={`${product.sku} ${product.boughtAt}`}>
            <span className="rs-clip">
              {product.name}
              {product.quantity > 1 && ` × ${product.quantity}`}
            </span>
            <span className="rs-muted">{date(product.boughtAt, words)}</span>
            <span className="rs-muted rs-clip">{warranty(product.warrantyUntil)}</span>
          </li>
        ))}
      </ul>
    </Card>
  );
}

function PaymentBehaviour({ figures }: Pick<CustomerFile, 'figures'>) {
  const { t } = useWords();
  const { paidOnTime, paymentsDue } = figures;
  const share = paymentsDue === 0 ? null : Math.round((paidOnTime / paymentsDue) * 100);
  return (
    <Card title={t({ id: 'payments.title' })}>
      <div className="payments">
        {share === null ? (
          <p className="rs-muted">{t({ id: 'payments.none' })}</p>
        ) : (
          <>
            <Explained text={t({ id: 'payments.formula' }, { paid: paidOnTime, due: paymentsDue })}>
              <strong>{t({ id: 'payments.share' }, { share })}</strong>
            </Explained>
            <span className="payments-bar" aria-hidden>
              <span style={{ width: `${share}%` }} />
            </span>
            <span className="rs-muted">
              {t({ id: 'payments.count' }, { paid: paidOnTime, due: paymentsDue })}
            </span>
          </>
        )}
      </div>
    </Card>
  );
}
