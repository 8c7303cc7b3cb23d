import type { Looker } from '@ringside/shared/protocol/case';
import { Eye } from 'lucide-react';
import { useWords } from '../../wording/words.ts';

/** Who else has the case open right now. */
export function Lookers({ lookers }: { readonly lookers: readonly Looker[] }) {
  const { t, language } = useWords();
  const names = new Intl.ListFormat(language).format(lookers.map(({ name }) => name));
  return (
    <p className="case-lookers" role="status">
      {lookers.length > 0 && (
        <>
          <Eye size={16} aria-hidden />
          {t({ id: 'workflow.lookers' }, { names })}
        </>
      )}
    </p>
  );
}
