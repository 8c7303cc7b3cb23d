import { Button } from 'react-aria-components';
import './Dialpad.css';

const keys = [
  ['1', ''],
  ['2', 'ABC'],
  ['3', 'DEF'],
  ['4', 'GHI'],
  ['5', 'JKL'],
  ['6', 'MNO'],
  ['7', 'PQRS'],
  ['8', 'TUV'],
  ['9', 'WXYZ'],
  ['*', ''],
  ['0', '+'],
  ['#', ''],
] as const;

/** The twelve keys of a telephone (ITU-T E.161). */
export function Dialpad({ label, onKey }: { readonly label: string; readonly onKey: (key: string) => void }) {
  return (
    <fieldset className="rs-dialpad" aria-label={label}>
      {keys.map(([key, letters]) => (
        <Button key={key} onPress={() => onKey(key)} aria-label={key}>
          {key}
          {letters && <small aria-hidden>{letters}</small>}
        </Button>
      ))}
    </fieldset>
  );
}
