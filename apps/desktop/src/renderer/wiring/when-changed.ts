/** Passes a value on when it differs from the one before, by content: the main process is not told the same thing twice. */
export function whenChanged<Value>(tell: (value: Value) => void): (value: Value) => void {
  let last: string | null = null;
  return (value) => {
    const text = JSON.stringify(value);
    if (text === last) return;
    last = text;
    tell(value);
  };
}
