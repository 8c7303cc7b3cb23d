import type { PasswordFault } from '../../domain/agent/password-rule.ts';
import { passwordAdvice, passwordFault } from '../../domain/agent/password-rule.ts';
import type { Centre } from '../../domain/centre/centre.ts';
import type { UserEntry } from '../../ports/administration.ts';
import type { CentreFault, FaultWord } from '../../ports/centre-reader.ts';

const USER_NAME = /^[A-Za-z0-9][A-Za-z0-9._@-]{0,63}$/;

/** What about somebody's particulars leads nowhere; places are named from the entry's root. */
export function faultsOfUser({ skills, jobFamilies }: Centre, user: UserEntry): readonly CentreFault[] {
  const known = new Set<string>(skills.map(({ skillId }) => skillId));
  // a centre that lists no skills takes them as they are written
  const lost = known.size === 0 ? [] : user.skills.filter(({ skillId }) => !known.has(skillId));
  const families = new Set<string>(jobFamilies.map(({ familyId }) => familyId));
  const faults = lost.map(({ skillId }) =>
    fault(
      ['skills', user.skills.findIndex((one) => one.skillId === skillId)],
      skillId,
      'there is no such skill, so no queue could ask for it',
      `Choose one of: ${[...known].join(', ')}.`,
      'unknownName',
    ),
  );
  if (user.familyId !== null && !families.has(user.familyId))
    faults.push(
      fault(
        ['familyId'],
        user.familyId,
        'there is no such job family',
        'Choose one of the list, or none.',
        'unknownName',
      ),
    );
  return faults;
}

export function faultsOfUserName(userName: string): readonly CentreFault[] {
  if (USER_NAME.test(userName)) return [];
  return [
    fault(
      ['userName'],
      userName,
      'a user name has 1 to 64 letters, digits or . _ @ - and begins with a letter or digit',
      'Choose such a name.',
      'userName',
    ),
  ];
}

/** The password itself is never repeated. */
export function faultsOfPassword(password: string | null, userName: string): readonly CentreFault[] {
  const found = password === null ? null : passwordFault(password, userName);
  if (found === null) return [];
  const { why, remedy } = passwordAdvice[found];
  return [fault(['password'], '(hidden)', why, remedy, passwordWords[found])];
}

const passwordWords: Readonly<Record<PasswordFault, FaultWord>> = {
  tooShort: 'passwordTooShort',
  tooLong: 'passwordTooLong',
  hasUserName: 'passwordHasName',
};

function fault(
  path: readonly (string | number)[],
  value: string,
  why: string,
  remedy: string,
  word: FaultWord,
): CentreFault {
  return { path, value, why, remedy, word, line: null };
}
