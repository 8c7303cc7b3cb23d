import { expect, test } from 'vitest';
import { caseFileOf } from '../../testing/company.ts';
import { changesOf, editOf, onTopOf } from './case-edit-values.ts';

const file = caseFileOf(1_795_000_000_000);
const renamed = {
  ...file,
  version: file.version + 1,
  case: { ...file.case, title: 'Twice charged, says Li' },
};

test('CASE-8 Maya, who kept hers, does not take back what Li saved in a field that she never touched', () => {
  const typed = { ...editOf(file), explanation: 'The bank sent it twice.' };
  expect(changesOf(typed)).toEqual({ explanation: 'The bank sent it twice.' });
  const kept = onTopOf(renamed, typed);
  expect(kept).toMatchObject({ title: 'Twice charged, says Li', version: renamed.version });
  expect(changesOf(kept)).toEqual({ explanation: 'The bank sent it twice.' });
});

test('CASE-8 what both of them changed becomes what Maya typed', () => {
  const kept = onTopOf(renamed, { ...editOf(file), title: 'Charged twice in October' });
  expect(changesOf(kept)).toEqual({ title: 'Charged twice in October' });
});
