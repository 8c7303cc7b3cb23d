import { atHour } from '../../wording/time-wording.ts';
import { displayNumber, numberTyped } from '../../wording/phone-wording.ts';

/** The form as it is typed. */
export interface CallbackValues {
  readonly number: string;
  readonly whose: 'anyone' | 'me';
  readonly from: number | null;
  readonly until: number | null;
  readonly note: string;
}

const quarterHour = 900_000;
const hour = 3_600_000;

/** From the next quarter of an hour to the evening, or for two hours where the evening has come. */
export function emptyCallback(
  number: string | null,
  { now, region, timeZone }: { readonly now: number; readonly region: string; readonly timeZone: string },
): CallbackValues {
  const from = Math.ceil(now / quarterHour) * quarterHour;
  const evening = atHour(18, 0, now, timeZone);
  return {
    number: number === null ? '' : displayNumber(number, region),
    whose: 'anyone',
    from,
    until: evening > from + hour ? evening : from + 2 * hour,
    note: '',
  };
}

/** The form in the shape of the wire; the number in E.164 where it is one. */
export const callbackInputOf = ({ number, ...rest }: CallbackValues, region: string): unknown => ({
  ...rest,
  number: numberTyped(number, region) ?? number,
});
