import { describe, expect, test } from 'vitest';
import { templates } from './letter-template.ts';
import { mail } from './mail.ts';

const server = { host: 'smtp.example.com', from: 'service@example.com' };
const faultsOf = (written: unknown): readonly string[] => {
  const read = mail.safeParse(written);
  return read.success ? [] : read.error.issues.map(({ path, message }) => `${path.join('.')}: ${message}`);
};

describe('the mail server', () => {
  test.each([
    ['starttls', 587],
    ['tls', 465],
    ['none', 25],
  ])('LETTER-6 with %s is usually at port %d', (security, port) => {
    expect(mail.parse({ ...server, security })).toMatchObject({ security, port });
  });

  test('LETTER-8 none is none', () => {
    expect(mail.parse(undefined)).toBeNull();
  });

  test.each<[string, object, RegExp]>([
    [
      'a password in clear',
      { security: 'none', user: 'u', password: 'p' },
      /^security: the password would go/,
    ],
    ['a user without a password', { user: 'u' }, /^password: user and password belong/],
    ['two senders', { from: 'a@example.com, b@example.com' }, /^from: it is not an e-mail address/],
    ['a sender with a header', { from: 'a@example.com\r\nBcc: b@example.com' }, /^from: it is not/],
  ])('LETTER-6 %s is a fault', (_what, changed, told) => {
    expect(faultsOf({ ...server, ...changed })).toEqual([expect.stringMatching(told)]);
  });

  test('LETTER-6 a server on this machine may have a password in clear', () => {
    expect(faultsOf({ ...server, host: 'localhost', security: 'none', user: 'u', password: 'p' })).toEqual(
      [],
    );
  });
});

test('LETTER-1 a template with a field that does not exist is told with language, line and column', () => {
  const name = { en: 'Thanks', 'zh-Hant': '感謝', 'zh-Hans': '感谢' };
  const body = { ...name, 'zh-Hans': '您好，\n{{customer.nam}}' };
  const read = templates.safeParse([{ template: 'thanks', name, subject: name, body }]);
  expect(read.error?.issues).toMatchObject([
    {
      path: [0, 'body', 'zh-Hans'],
      message: 'in line 2, column 1 it names the merge field "customer.nam", which there is not',
    },
  ]);
});
