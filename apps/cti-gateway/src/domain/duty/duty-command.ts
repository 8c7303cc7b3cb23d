import type { QueueId } from '@ringside/shared/model/ids';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';
import type { PassedOn, PromisedBack } from './duty-event.ts';

/** What is wanted of a caller who wants a manager. */
export type DutyCommand =
  | ({ readonly do: 'passOn'; readonly queueId: QueueId } & PassedOn)
  | ({ readonly do: 'promiseManager'; readonly number: PhoneNumber } & PromisedBack);
