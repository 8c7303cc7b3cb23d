import type { AbsenceImport } from '@ringside/shared/protocol/rota';
import { Notice } from '@ringside/ui/Notice';
import { Table } from '@ringside/ui/Table';
import { useWords } from '../../wording/words.ts';
import { whyText } from './absence-words.ts';

/** ABSENT-5: how many absences a calendar made, and the lines of it that were not understood. */
export function WhatWasRead({ read }: { readonly read: AbsenceImport }) {
  const words = useWords();
  const { t } = words;
  const { taken, removed, faults } = read;
  return (
    <>
      <Notice
        tone={faults.length === 0 ? 'good' : 'warn'}
        role="status"
        title={t({ id: 'absence.taken' }, { taken, removed })}
      >
        {faults.length > 0 && t({ id: 'absence.notUnderstood' }, { count: faults.length })}
      </Notice>
      {faults.length > 0 && (
        <div className="absence-faults">
          <Table
            label={t({ id: 'absence.faults' })}
            rows={faults.map((fault, nth) => ({ ...fault, nth }))}
            rowId={({ nth }) => String(nth)}
            columns={[
              { id: 'line', title: t({ id: 'absence.line' }), isNumber: true, cell: ({ line }) => line },
              { id: 'text', title: t({ id: 'absence.text' }), cell: ({ text }) => text, isText: true },
              { id: 'why', title: t({ id: 'absence.why' }), cell: (fault) => whyText(fault, words) },
            ]}
          />
        </div>
      )}
    </>
  );
}
