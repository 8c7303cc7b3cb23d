import type { CustomerId } from '@ringside/shared/model/ids';
import type { BoughtGoods } from '@ringside/shared/protocol/intake';
import { boughtGoods } from '@ringside/shared/protocol/intake';
import type { ComboGroup } from '@ringside/ui/ComboBox';
import { ComboBox } from '@ringside/ui/ComboBox';
import { serverNow } from '@ringside/ui/ticker';
import type { Control } from 'react-hook-form';
import { useController } from 'react-hook-form';
import { useAnswer } from '../../asking.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import type { CaseProductValues, CaseValues } from './case-values.ts';
import { noProduct } from './case-values.ts';

interface ProductInputProps {
  readonly control: Control<CaseValues>;
  readonly customerId: CustomerId | null;
}

export function ProductInput({ control, customerId }: ProductInputProps) {
  const { field, fieldState } = useController({ control, name: 'product' });
  return (
    <ProductBox
      product={field.value}
      onChoose={field.onChange}
      customerId={customerId}
      error={fieldState.error?.message}
    />
  );
}

interface ProductBoxProps {
  readonly product: CaseProductValues;
  readonly onChoose: (product: CaseProductValues) => void;
  readonly customerId: CustomerId | null;
  readonly error?: string | undefined;
}

/** One of the customer's own products or orders, or whatever it is called. */
export function ProductBox({ product, onChoose, customerId, error }: ProductBoxProps) {
  const words = useWords();
  const { t } = words;
  const goods = useAnswer(customerId && { ask: 'intake.goods', customerId }, boughtGoods);
  return (
    <ComboBox
      label={t({ id: 'case.product' })}
      aside={t({ id: 'form.optional' })}
      error={error}
      groups={goods.value ? groupsOf(goods.value, words) : []}
      chosen={idOf(product)}
      onChoose={(chosen) => onChoose(goods.value ? productOf(goods.value, chosen) : noProduct)}
      text={product.name}
      onText={(name) => onChoose({ ...noProduct, name })}
      none=""
      openLabel={t({ id: 'form.choose' })}
    />
  );
}

const idOf = ({ productId, orderId }: CaseProductValues): string | null =>
  productId === null ? orderId && `order ${orderId}` : `product ${productId}`;

function productOf({ products, orders }: BoughtGoods, chosen: string | null): CaseProductValues {
  const product = products.find(({ productId }) => `product ${productId}` === chosen);
  if (product) return { name: product.name, productId: product.productId, orderId: null };
  const order = orders.find(({ orderId }) => `order ${orderId}` === chosen);
  return order ? { name: order.description, productId: null, orderId: order.orderId } : noProduct;
}

function groupsOf({ products, orders }: BoughtGoods, words: Words): readonly ComboGroup[] {
  const { t } = words;
  const now = serverNow();
  return [
    {
      id: 'products',
      title: t({ id: 'case.products' }),
      choices: products.map(({ productId, name, warrantyUntil }) => ({
        id: `product ${productId}`,
        name,
        found: productId,
        ...(warrantyUntil !== null && warrantyUntil > now && { aside: t({ id: 'case.inWarranty' }) }),
      })),
    },
    {
      id: 'orders',
      title: t({ id: 'case.orders' }),
      choices: orders.map(({ orderId, description, at }) => ({
        id: `order ${orderId}`,
        name: description,
        aside: dayAndTime(at, now, words),
        found: orderId,
      })),
    },
  ].filter(({ choices }) => choices.length > 0);
}
