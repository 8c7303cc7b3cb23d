import { useText } from '../../i18n/text.ts';
import { Clocks } from './Clocks.tsx';
import { People } from './People.tsx';
import { Promises } from './Promises.tsx';
import './load.css';

/** WORK-9: deadlines that are near or past, what lies on whose desk, and what was promised to customers. */
export function LoadPage() {
  const t = useText();
  return (
    <div className="page load-page">
      <h1>{t({ id: 'load.title' })}</h1>
      <Clocks />
      <People />
      <Promises />
    </div>
  );
}
