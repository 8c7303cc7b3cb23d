import type { Problem } from '@ringside/shared/protocol/problem';
import type { FieldPath, UseFormReturn } from 'react-hook-form';
import type { Text } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { fieldWords } from './task-wording.ts';
import type { TaskValues } from './task-values.ts';

/** Problems that a task form shows at the field they are about. */
export const shownAtField = ['wrongNumber', 'badMessage', 'taskInCircle', 'unknownAgent'] as const;

/** Says at its field what the gateway refused; false where no field is at fault. */
export function showTaskFault<Values extends TaskValues>(
  form: UseFormReturn<Values>,
  { problem, field }: Problem,
  t: Text,
): boolean {
  const say = (name: keyof TaskValues, message: string): true => {
    form.setError(name as FieldPath<Values>, { message }, { shouldFocus: true });
    return true;
  };
  switch (problem) {
    case 'wrongNumber':
      return say('number', t(problemWords.wrongNumber));
    case 'taskInCircle':
      return say('after', t(problemWords.taskInCircle));
    case 'unknownAgent':
      return say('whose', t(problemWords.unknownAgent));
    case 'badMessage': {
      const words = field === undefined ? undefined : fieldWords[field];
      return say(
        words === undefined ? 'title' : (field as keyof TaskValues),
        t(words ?? { id: 'form.wrong' }),
      );
    }
    default:
      return false;
  }
}
