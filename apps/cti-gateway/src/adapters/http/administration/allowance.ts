/** Requests of one address: so many at once, and so many more each second. */
const burst = 60;
const eachSecond = 20;
const mostRemembered = 10_000;

/** True while an address stays within its allowance; what it does not use comes back with time. */
export function allowances(now: () => number): (address: string) => boolean {
  const left = new Map<string, { readonly requests: number; readonly at: number }>();
  return (address) => {
    const at = now();
    const known = left.get(address);
    const requests = Math.min(
      burst,
      (known?.requests ?? burst) + ((at - (known?.at ?? at)) / 1_000) * eachSecond,
    );
    if (left.size >= mostRemembered && known === undefined) left.clear();
    left.set(address, { requests: Math.max(0, requests - 1), at });
    return requests >= 1;
  };
}
