import { asId } from '@ringside/shared/model/ids';
import type { CaseFile } from '@ringside/shared/protocol/case';
import type { CaseOwner, CasePeople } from '@ringside/shared/protocol/case-work';
import { casePeople } from '@ringside/shared/protocol/case-work';
import { TextField } from '@ringside/ui/Field';
import type { Choice } from '@ringside/ui/Select';
import { Select } from '@ringside/ui/Select';
import { useState } from 'react';
import { useAnswer } from '../../asking.ts';
import { useReference } from '../../reference.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { ActDialog } from './ActDialog.tsx';
import { useCaseAct } from './use-case-act.ts';

interface GiveDialogProps {
  readonly file: CaseFile;
  readonly act: 'case.assign' | 'case.handOver';
  readonly onClose: () => void;
}

/** CASE-10: to somebody, by how much they have; handed over with what they need to know. */
export function GiveDialog({ file, act: what, onClose }: GiveDialogProps) {
  const words = useWords();
  const { t, language } = words;
  const { families } = useReference();
  const people = useAnswer({ ask: 'case.people' }, casePeople);
  const { act, clash, isActing } = useCaseAct(file);
  const [chosen, choose] = useState<string | null>(null);
  const [text, setText] = useState('');
  const hands = what === 'case.handOver';
  const choices: Choice[] = [
    ...families.map(({ familyId, name }) => ({
      id: `family ${familyId}`,
      name: t({ id: 'workflow.team' }, { name: name[language] }),
    })),
    ...(hands ? [] : [{ id: 'nobody', name: t({ id: 'workflow.nobody' }) }]),
    ...(people.value ?? [])
      .filter(({ agentId }) => agentId !== file.case.ownerId)
      .map((person) => ({ id: `agent ${person.agentId}`, name: personText(person, words) })),
  ];
  const give = async () => {
    if (chosen === null) return;
    const owner = ownerOf(chosen);
    const done = await act((seen) =>
      hands
        ? { do: 'case.handOver', ...seen, owner, context: text }
        : { do: 'case.assign', ...seen, owner, note: text },
    );
    if (done) onClose();
  };
  const { reference } = file.case;
  return (
    <ActDialog
      file={file}
      title={
        hands
          ? t({ id: 'workflow.handOverTitle' }, { reference })
          : t({ id: 'workflow.assignTitle' }, { reference })
      }
      doIt={hands ? t({ id: 'workflow.handOverDo' }) : t({ id: 'workflow.assignDo' })}
      onDo={() => void give()}
      onClose={onClose}
      clash={clash}
      isDisabled={isActing || chosen === null || (hands && text.trim() === '')}
    >
      <Select
        label={t({ id: 'workflow.toWhom' })}
        placeholder={t({ id: 'workflow.choosePerson' })}
        choices={choices}
        chosen={chosen}
        onChoose={choose}
      />
      <TextField
        label={hands ? t({ id: 'workflow.context' }) : t({ id: 'workflow.note' })}
        note={hands ? t({ id: 'workflow.contextWhy' }) : t({ id: 'workflow.noteWhy' })}
        value={text}
        onChange={setText}
        rows={4}
        maxLength={2_000}
      />
    </ActDialog>
  );
}

function ownerOf(choice: string): CaseOwner {
  const [to, id = ''] = choice.split(' ');
  if (to === 'agent') return { to, agentId: asId(id) };
  return to === 'family' ? { to, familyId: asId(id) } : { to: 'nobody' };
}

function personText({ name, openCases, isHere }: CasePeople[number], { t }: Words): string {
  const person = t({ id: 'workflow.personLoad' }, { name, count: openCases });
  return isHere ? person : t({ id: 'workflow.personAway' }, { person });
}
