import type { AgentId } from '@ringside/shared/model/ids';
import { asId } from '@ringside/shared/model/ids';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Candidate } from './choose-checker.ts';
import { chooseChecker } from './choose-checker.ts';

const english = asId<'skill'>('english');
const mandarin = asId<'skill'>('mandarin');
const care = asId<'jobFamily'>('care');
const somebody = (agentId: string, given: Partial<Candidate> = {}): Candidate => ({
  agentId: asId(agentId),
  familyId: null,
  skills: new Set([english]),
  openTasks: 0,
  ...given,
});
const handledByMaya = { ownerId: asId<'agent'>('maya'), familyId: null, ownerSkills: [english] };

describe('who asks whether the customer is satisfied', () => {
  test('CHECK-3 Li asks about what Maya handled, although Maya has less to do', () => {
    expect(chooseChecker([somebody('maya'), somebody('li', { openTasks: 9 })], handledByMaya)).toBe('li');
  });

  test('CHECK-3 the team goes before the language, the language before who has less to do', () => {
    const inChinese = { ...handledByMaya, ownerSkills: [english, mandarin], familyId: care };
    const li = somebody('li', { skills: new Set([english, mandarin]), openTasks: 5 });
    const noor = somebody('noor', { openTasks: 1 });
    const grace = somebody('grace', { familyId: care, openTasks: 7 });
    expect(chooseChecker([noor, li, grace], inChinese)).toBe('grace');
    expect(chooseChecker([noor, li], inChinese)).toBe('li');
    expect(
      chooseChecker([noor, { ...li, openTasks: 0 }, { ...noor, agentId: asId('ann') }], handledByMaya),
    ).toBe('li');
  });

  test('CHECK-3 where nobody else is there it is nobody’s, never the handler’s', () => {
    expect(chooseChecker([somebody('maya')], handledByMaya)).toBeNull();
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.constantFrom('maya', 'li', 'noor', 'grace', 'max'), { maxLength: 5 }),
        fc.constantFrom('maya', 'li', 'noor'),
        (names, owner) => {
          const chosen = chooseChecker(
            names.map((name) => somebody(name)),
            { ...handledByMaya, ownerId: asId<'agent'>(owner) },
          );
          expect(chosen).not.toBe(owner);
          expect(chosen === null).toBe(names.every((name: string) => name === owner));
        },
      ),
    );
  });

  test('CHECK-3 a case that nobody owns is anybody’s to ask about', () => {
    const nobodys = { ownerId: null as AgentId | null, familyId: null, ownerSkills: [] };
    expect(chooseChecker([somebody('maya', { openTasks: 2 }), somebody('li')], nobodys)).toBe('li');
  });
});
