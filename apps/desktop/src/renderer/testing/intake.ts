import type { Query } from '@ringside/shared/protocol/up';
import type { BoughtGoods, SimilarCaseView } from '@ringside/shared/protocol/intake';
import { case2291, warrantyCase } from './company.ts';

const day = 86_400_000;

/** What the gateway says of 陳大文 while a complaint is taken down. */
export function similarTo(
  { category }: Extract<Query, { readonly ask: 'intake.similar' }>,
  now: number,
): SimilarCaseView[] {
  const isSame = category === case2291(now).category;
  return [
    { case: case2291(now), because: isSame ? ['category'] : [] },
    { case: warrantyCase(now), because: [] },
  ];
}

export const goodsOf = (now: number): BoughtGoods => ({
  products: [
    {
      productId: 'AC-72',
      name: '一對二冷氣 AC-72',
      boughtAt: now - 41 * day,
      warrantyUntil: now + 900 * day,
    },
    { productId: 'FR-480', name: '電冰箱 FR-480', boughtAt: now - 900 * day, warrantyUntil: now - day },
  ],
  orders: [
    {
      orderId: 'order-1',
      description: '清淨機濾網 AF-40',
      at: now - 60 * day,
      amount: { minor: 298_000, currency: 'TWD' },
    },
  ],
});
