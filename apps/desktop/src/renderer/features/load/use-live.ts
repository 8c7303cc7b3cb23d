import type { Answer } from '../../asking.ts';
import { useWhenCasesChange } from '../../when-cases-change.ts';

/** What changes within this time is asked for once. */
const quietMs = 500;

/** Asked again whenever cases change. */
export function useLive<Value>(answer: Answer<Value>): Answer<Value> {
  useWhenCasesChange(answer.again, quietMs);
  return answer;
}
