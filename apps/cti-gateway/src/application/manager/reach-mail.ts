import type { Language } from '@ringside/shared/model/language';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

interface Words {
  readonly subject: string;
  readonly set: (who: string, digits: string) => string;
  readonly removed: (who: string) => string;
  readonly moved: (who: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'How duty calls reach you was changed',
    set: (who, digits) =>
      `${who} set the telephone on which duty calls reach you to a number ending in ${digits}. If that is not right, correct it on your page "Manager" or tell an administrator.`,
    removed: (who) =>
      `${who} removed the telephone on which duty calls reach you. If that is not right, enter it on your page "Manager" or tell an administrator.`,
    moved: (who) =>
      `${who} changed the e-mail address to which links to callers and notices of your duty are sent. If that is not right, correct it on your page "Manager" or tell an administrator.`,
  },
  'zh-Hant': {
    subject: '您的值班聯絡方式已變更',
    set: (who, digits) =>
      `${who} 已將您接聽值班來電的電話改為末三碼 ${digits} 的號碼。如果不正確，請到「主管」頁面更正，或通知系統管理員。`,
    removed: (who) =>
      `${who} 已移除您接聽值班來電的電話。如果不正確，請到「主管」頁面重新填寫，或通知系統管理員。`,
    moved: (who) =>
      `${who} 已變更接收來電連結與值班通知的電子郵件地址。如果不正確，請到「主管」頁面更正，或通知系統管理員。`,
  },
  'zh-Hans': {
    subject: '您的值班联系方式已更改',
    set: (who, digits) =>
      `${who} 已将您接听值班来电的电话改为尾号 ${digits} 的号码。如果不正确，请在“经理”页面更正，或告知系统管理员。`,
    removed: (who) =>
      `${who} 已删除您接听值班来电的电话。如果不正确，请在“经理”页面重新填写，或告知系统管理员。`,
    moved: (who) =>
      `${who} 已更改接收来电链接与值班通知的电子邮件地址。如果不正确，请在“经理”页面更正，或告知系统管理员。`,
  },
};

interface Kept {
  readonly phone: PhoneNumber | null;
  readonly email: string | null;
}

/** What is different, without a digit too many. */
export function reachMail(
  language: Language,
  who: string,
  before: Kept,
  { phone, email }: Kept,
): { readonly subject: string; readonly text: string } {
  const { subject, set, removed, moved } = words[language];
  const number = before.phone === phone ? [] : [phone === null ? removed(who) : set(who, phone.slice(-3))];
  const address = before.email === null || before.email === email ? [] : [moved(who)];
  return { subject, text: [...number, ...address].join('\n\n') };
}
