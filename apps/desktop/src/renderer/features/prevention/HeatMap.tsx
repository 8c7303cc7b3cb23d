import type { PreventionFigures } from '@ringside/shared/protocol/prevention';
import { useReference } from '../../reference.ts';
import { useWords } from '../../wording/words.ts';
import type { OpenCases } from './FiguresPart.tsx';
import { causeName } from './prevention-words.ts';

/** How often each product met each cause: the number first, the shade for a first look. */
export function HeatMap({
  heat: { products, causes, cases },
  open,
}: {
  readonly heat: PreventionFigures['heat'];
  readonly open: OpenCases;
}) {
  const words = useWords();
  const { t } = words;
  const reference = useReference();
  const most = Math.max(1, ...cases.flat());
  const productName = (product: string | null) => product ?? t({ id: 'prevention.noProduct' });
  return (
    <div className="rs-table-box">
      <table className="heat" aria-label={t({ id: 'prevention.heat' })}>
        <thead>
          <tr>
            <th scope="col">{t({ id: 'prevention.product' })}</th>
            {causes.map((causeId) => (
              <th key={causeId ?? 'none'} scope="col">
                {causeName(causeId, reference, words)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {products.map((product, row) => (
            <tr key={product ?? 'none'}>
              <th scope="row">{productName(product)}</th>
              {causes.map((causeId, column) => {
                const count = cases[row]?.[column] ?? 0;
                const title = `${productName(product)} × ${causeName(causeId, reference, words)}`;
                return (
                  <td key={causeId ?? 'none'} data-heat={count === 0 ? 0 : Math.ceil((count / most) * 4)}>
                    {count === 0 ? (
                      <span>0</span>
                    ) : (
                      <button
                        type="button"
                        aria-label={`${title}: ${count}`}
                        onClick={() => open(title, { products: [product], causes: [causeId] })}
                      >
                        {count}
                      </button>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
