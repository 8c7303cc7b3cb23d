import type { CompensationKind } from '@ringside/shared/model/compensation';
import { unitOfKind } from '@ringside/shared/model/compensation';

const most = 1_000_000_000;

/** What somebody typed, in minor units or points; null where it is no amount. Chinese keyboards write full-width digits. */
export function readAmount(kind: CompensationKind, typed: string): number | null {
  const text = typed
    .normalize('NFKC')
    .trim()
    .replace(/^(NT)?\$\s*/i, '')
    .replaceAll(',', '');
  switch (unitOfKind[kind]) {
    case 'none':
      return 0;
    case 'points':
      return /^\d{1,10}$/.test(text) ? inRange(Number(text)) : null;
    case 'money':
      return /^\d{1,8}(\.\d{1,2})?$/.test(text) ? inRange(Math.round(Number(text) * 100)) : null;
  }
}

const inRange = (minor: number): number | null => (minor > 0 && minor <= most ? minor : null);
