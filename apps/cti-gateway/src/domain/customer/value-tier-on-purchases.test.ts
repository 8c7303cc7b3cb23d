import { asId } from '@ringside/shared/model/ids';
import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CustomerValue } from './value-tier.ts';
import { decideTiers, usualRules, valuePeriod } from './value-tier.ts';

/** Purchases of real customers: lines of `id yyyymmdd quantity dollars` (CDNOW, Fader and Hardie 2001). */
const path = process.env['RINGSIDE_PURCHASES'];
const found = path !== undefined && existsSync(path);
const marginShare = 0.3;
const end = Date.UTC(1998, 6, 1);

const dayOf = (text: string): number =>
  Date.UTC(Number(text.slice(0, 4)), Number(text.slice(4, 6)) - 1, Number(text.slice(6, 8)));

function customersOf(text: string): readonly CustomerValue[] {
  const customers = new Map<string, CustomerValue>();
  for (const line of text.split('\n').filter((row) => row.trim() !== '')) {
    const [id = '', day = '', , dollars = '0'] = line.trim().split(/\s+/u);
    const at = dayOf(day);
    const known = customers.get(id) ?? {
      customerId: asId(id),
      since: at,
      marginMinor: 0,
      serviceMs: 0,
      potentialMinor: null,
    };
    const bought = at >= end - valuePeriod ? Math.round(Number(dollars) * 100 * marginShare) : 0;
    customers.set(id, {
      ...known,
      since: Math.min(known.since, at),
      marginMinor: known.marginMinor + bought,
    });
  }
  return [...customers.values()];
}

describe.skipIf(!found)(
  'value tiers of real customers (RINGSIDE_PURCHASES names a file of purchases)',
  () => {
    const customers = found ? customersOf(readFileSync(path, 'utf8')) : [];
    const marginOf = (some: readonly CustomerValue[]) =>
      some.reduce((sum, { marginMinor }) => sum + marginMinor, 0);

    it('TIER-2 the most valuable bring a larger share of the margin than they are of the customers', () => {
      const rules = { ...usualRules, topShare: 0.2 };
      const tiers = decideTiers(customers, rules, end);
      const top = customers.filter((_, i) => tiers[i]?.tier.tier === 'mvc');
      const active = customers.filter(({ marginMinor }) => marginMinor > 0);
      expect(top.length).toBe(Math.ceil(active.length * rules.topShare));
      expect(marginOf(top) / marginOf(customers)).toBeGreaterThan(0.5);
    });

    it('TIER-8 nobody is left without a tier, and what each brought adds up to what all brought', () => {
      const tiers = decideTiers(customers, usualRules, end);
      expect(tiers.length).toBe(customers.length);
      const total = tiers.reduce((sum, { tier }) => sum + (tier.facts['marginMinor'] ?? 0), 0);
      expect(total).toBe(marginOf(customers));
    });
  },
);
