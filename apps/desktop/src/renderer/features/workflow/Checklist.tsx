import type { CaseFile } from '@ringside/shared/protocol/case';
import { Checkbox } from '@ringside/ui/Field';
import { useCommand } from '../../asking.ts';
import { useWords } from '../../wording/words.ts';

/** STAGE-4: what has to be thought of in this stage. A tick is set on the case as it stands. */
export function Checklist({ file }: { readonly file: CaseFile }) {
  const { t, language } = useWords();
  const tell = useCommand();
  const { checklist, isYours } = file.standing;
  const { caseId } = file.case;
  if (checklist.length === 0) return null;
  return (
    <fieldset className="case-checklist" disabled={!isYours}>
      <legend>{t({ id: 'workflow.checklist' })}</legend>
      {checklist.map(({ item, name, needed, done }) => (
        <Checkbox
          key={item}
          isOn={done}
          onChange={(isOn) => void tell({ do: 'case.tick', caseId, version: file.version, item, done: isOn })}
        >
          {name[language]}
          {needed && <em> · {t({ id: 'workflow.needed' })}</em>}
        </Checkbox>
      ))}
    </fieldset>
  );
}
