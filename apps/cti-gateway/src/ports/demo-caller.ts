import type { Result } from '@ringside/shared/model/result';

/** Places a real SIP call into the gateway's own trunk, as a customer would. Only in the demo. */
export interface DemoCaller {
  call(from: string | null, to: string): Promise<Result<void, 'busy'>>;
}
