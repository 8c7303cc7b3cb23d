import { asId } from '@ringside/shared/model/ids';
import { expect, test } from 'vitest';
import { case2291, chenCard, offerFrom, warrantyCase } from '../../testing/company.ts';
import { caseAtFirst } from './ask-manager.ts';

const now = 1_000_000_000;
const contact = offerFrom({ kind: 'known', customer: chenCard(now) }, now);
const about = (caseIds: readonly string[], openCases = [case2291(now), warrantyCase(now)]) =>
  caseAtFirst({ caseIds: caseIds.map((one) => asId<'case'>(one)), pop: { ...contact.pop, openCases } });

test('DUTY-8 the case that the call is about goes along; of several open ones none is guessed', () => {
  const { caseId } = case2291(now);
  expect(about([caseId])).toBe(caseId);
  expect(about([])).toBe(null);
  expect(about([], [case2291(now)])).toBe(caseId);
  expect(about(['closed-long-ago'], [])).toBe(null);
});
