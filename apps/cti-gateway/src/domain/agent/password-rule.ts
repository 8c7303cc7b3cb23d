/** NIST SP 800-63B asks for length, not for kinds of characters. */
const SHORTEST = 10;
const LONGEST = 256;

export type PasswordFault = 'tooShort' | 'tooLong' | 'hasUserName';

/** Why a password can't be taken; null: it can. */
export function passwordFault(password: string, userName: string): PasswordFault | null {
  if (password.length < SHORTEST) return 'tooShort';
  if (password.length > LONGEST) return 'tooLong';
  return password.toLowerCase().includes(userName.toLowerCase()) ? 'hasUserName' : null;
}

/** What the fault says, for people. */
export const passwordAdvice: Readonly<
  Record<PasswordFault, { readonly why: string; readonly remedy: string }>
> = {
  tooShort: {
    why: `a password has at least ${SHORTEST} characters`,
    remedy: 'Write a longer one, e.g. four words.',
  },
  tooLong: { why: `a password has at most ${LONGEST} characters`, remedy: 'Write a shorter one.' },
  hasUserName: { why: 'a password must not contain the user name', remedy: 'Choose another one.' },
};
