import type { AgentId, CustomerId } from '@ringside/shared/model/ids';
import type { Instant } from '@ringside/shared/model/instant';
import type { Language } from '@ringside/shared/model/language';
import type { Money } from '@ringside/shared/model/money';
import type { PersonName } from '@ringside/shared/model/person-name';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { Tier } from '@ringside/shared/model/tier';

export interface Customer {
  readonly customerId: CustomerId;
  readonly name: PersonName;
  readonly language: Language;
  readonly email: string;
  readonly address: string;
  readonly note: string;
  readonly numbers: readonly {
    readonly number: PhoneNumber;
    readonly label: 'mobile' | 'home' | 'work' | 'other';
  }[];
  readonly since: Instant;
  readonly points: number;
  readonly vulnerable: boolean;
  /** the agent whose account it is, whom routing prefers (ACD-15); null: nobody's */
  readonly ownerId: AgentId | null;
  readonly tier: TierDecision;
  /** raised with each change */
  readonly version: number;
}

/** A tier with why and when (metrics.md, Value tiers). */
export interface TierDecision {
  readonly tier: Tier;
  readonly reason: 'topByMargin' | 'growable' | 'belowZero' | 'regular' | 'new' | 'setByHand';
  readonly facts: Readonly<Record<string, number>>;
  readonly decidedAt: Instant;
}

export interface Product {
  readonly sku: string;
  readonly name: string;
  readonly quantity: number;
  readonly boughtAt: Instant;
  readonly warrantyUntil: Instant | null;
}

export interface Order {
  readonly orderId: string;
  readonly at: Instant;
  readonly description: string;
  readonly amount: Money;
  readonly margin: Money;
}

export interface Payment {
  readonly paymentId: string;
  readonly amount: Money;
  readonly dueAt: Instant;
  readonly paidAt: Instant | null;
  readonly disputed: boolean;
  readonly method: string;
}
