import { Button } from '@ringside/ui/Button';
import { EmptyState, Loading } from '@ringside/ui/EmptyState';
import type { ReactNode } from 'react';
import type { Answer } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { problemWords } from '../../wording/problem-wording.ts';

interface ListedProps<Value> {
  readonly answer: Answer<Value>;
  readonly isEmpty: (value: Value) => boolean;
  readonly empty: { readonly icon: ReactNode; readonly title: string; readonly why: string };
  readonly children: (value: Value) => ReactNode;
}

/** A list, or what stands in its place while it is asked for, can't be had, or is empty. */
export function Listed<Value>({ answer, isEmpty, empty, children }: ListedProps<Value>) {
  const t = useText();
  const { value, problem, again } = answer;
  if (value === null && problem === null) return <Loading label={t({ id: 'common.loading' })} />;
  if (value === null) {
    return (
      <p className="card-none">
        {problem && t(problemWords[problem])}{' '}
        <Button small onPress={again}>
          {t({ id: 'common.tryAgain' })}
        </Button>
      </p>
    );
  }
  if (!isEmpty(value)) return children(value);
  return (
    <EmptyState icon={empty.icon} title={empty.title}>
      {empty.why}
    </EmptyState>
  );
}
