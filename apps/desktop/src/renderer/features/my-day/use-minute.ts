import { onTick, serverNow } from '@ringside/ui/ticker';
import { useEffect, useState } from 'react';

const minute = 60_000;
const thisMinute = (): number => Math.floor(serverNow() / minute) * minute;

/** The gateway's time in whole minutes: what is ordered by time is put in order anew with each. */
export function useMinute(): number {
  const [at, setAt] = useState(thisMinute);
  useEffect(() => onTick(() => setAt(thisMinute())), []);
  return at;
}
