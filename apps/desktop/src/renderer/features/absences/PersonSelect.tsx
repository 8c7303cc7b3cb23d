import type { AgentId } from '@ringside/shared/model/ids';
import { Select } from '@ringside/ui/Select';
import { useWords } from '../../wording/words.ts';

export interface Person {
  readonly agentId: AgentId;
  readonly name: string;
}

interface PersonSelectProps {
  readonly people: readonly Person[];
  readonly chosen: AgentId | null;
  readonly onChoose: (agentId: AgentId) => void;
  readonly error?: string | undefined;
}

/** Whose absence it is; not asked of who may enter their own alone. */
export function PersonSelect({ people, chosen, onChoose, error }: PersonSelectProps) {
  const { t } = useWords();
  if (people.length === 1) return null;
  return (
    <Select
      label={t({ id: 'absence.who' })}
      choices={people.map(({ agentId, name }) => ({ id: agentId, name }))}
      chosen={chosen}
      onChoose={(id) => {
        const person = people.find(({ agentId }) => agentId === id);
        if (person) onChoose(person.agentId);
      }}
      placeholder={t({ id: 'form.choose' })}
      error={error}
    />
  );
}

/** Oneself where one is on the list, or the only one there is. */
export const firstChoice = (people: readonly Person[], me: AgentId): AgentId | null =>
  (people.find(({ agentId }) => agentId === me) ?? (people.length === 1 ? people[0] : undefined))?.agentId ??
  null;
