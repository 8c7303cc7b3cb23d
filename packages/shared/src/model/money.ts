/** An amount in minor units (cents) of an ISO 4217 currency; TWD is kept with two decimals like the others. */
export interface Money {
  readonly minor: number;
  readonly currency: string;
}
