import type { CustomerCard } from '@ringside/shared/protocol/customer';
import { customerCard } from '@ringside/shared/protocol/customer';
import { TextField } from '@ringside/ui/Field';
import type { ReactNode } from 'react';
import { useDeferredValue, useState } from 'react';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { CustomerList } from './CustomerList.tsx';

const cards = z.array(customerCard);

interface CustomerSearchProps {
  readonly renderActions: (customer: CustomerCard) => ReactNode;
}

/** Finds customers by name in any script, pinyin, number or e-mail, while it is typed. */
export function CustomerSearch({ renderActions }: CustomerSearchProps) {
  const { t } = useWords();
  const [text, setText] = useState('');
  const asked = useDeferredValue(text.trim().slice(0, 100));
  const found = useAnswer(asked === '' ? null : { ask: 'customer.search', text: asked }, cards);
  return (
    <div className="customer-search">
      <TextField
        label={t({ id: 'search.label' })}
        note={t({ id: 'search.note' })}
        value={text}
        onChange={setText}
        type="search"
        maxLength={100}
      />
      <div aria-live="polite" className="rs-muted">
        {found.value && asked !== '' && t({ id: 'search.found' }, { count: found.value.length })}
        {found.problem && t(problemWords[found.problem])}
      </div>
      {found.value && asked !== '' && (
        <CustomerList
          label={t({ id: 'search.results' })}
          customers={found.value}
          renderActions={renderActions}
        />
      )}
    </div>
  );
}
