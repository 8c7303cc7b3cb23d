import { ArrowLeftRight, HandHelping, Pencil, Sparkles, Star, TriangleAlert } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { shiftHowWords } from '../../wording/rota-wording.ts';

const marked = [
  { how: 'plan', icon: <Sparkles size={12} aria-hidden /> },
  { how: 'byHand', icon: <Pencil size={12} aria-hidden /> },
  { how: 'swap', icon: <ArrowLeftRight size={12} aria-hidden /> },
  { how: 'cover', icon: <HandHelping size={12} aria-hidden /> },
] as const;

/** What the marks on the bars mean, and the keys that move a shift. */
export function Legend({ mayChange }: { readonly mayChange: boolean }) {
  const t = useText();
  return (
    <div className="rota-legend">
      <span>
        <Star size={12} aria-hidden /> {t({ id: 'rota.yours' })}
      </span>
      {marked.map(({ how, icon }) => (
        <span key={how}>
          {icon} {t(shiftHowWords[how])}
        </span>
      ))}
      <span className="rota-legend-gap">
        <TriangleAlert size={12} aria-hidden /> {t({ id: 'rota.gapOrClash' })}
      </span>
      {mayChange && <span className="rota-keys">{t({ id: 'rota.keys' })}</span>}
    </div>
  );
}
