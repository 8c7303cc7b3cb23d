import type { Language } from '@ringside/shared/model/language';
import type { PhoneNumber } from '@ringside/shared/model/phone-number';

interface Words {
  readonly subject: string;
  readonly set: (who: string, digits: string) => string;
  readonly removed: (who: string) => string;
}

const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'Your telephone for duty calls was changed',
    set: (who, digits) =>
      `${who} set the telephone on which duty calls reach you to a number ending in ${digits}. If that is not right, correct it on your page "Manager" or tell an administrator.`,
    removed: (who) =>
      `${who} removed the telephone on which duty calls reach you. If that is not right, enter it on your page "Manager" or tell an administrator.`,
  },
  'zh-Hant': {
    subject: '您的值班電話已變更',
    set: (who, digits) =>
      `${who} 已將您接聽值班來電的電話改為末三碼 ${digits} 的號碼。如果不正確，請到「主管」頁面更正，或通知系統管理員。`,
    removed: (who) =>
      `${who} 已移除您接聽值班來電的電話。如果不正確，請到「主管」頁面重新填寫，或通知系統管理員。`,
  },
  'zh-Hans': {
    subject: '您的值班电话已更改',
    set: (who, digits) =>
      `${who} 已将您接听值班来电的电话改为尾号 ${digits} 的号码。如果不正确，请在“主管”页面更正，或告知系统管理员。`,
    removed: (who) =>
      `${who} 已删除您接听值班来电的电话。如果不正确，请在“主管”页面重新填写，或告知系统管理员。`,
  },
};

export function reachMail(
  language: Language,
  who: string,
  phone: PhoneNumber | null,
): { readonly subject: string; readonly text: string } {
  const { subject, set, removed } = words[language];
  return { subject, text: phone === null ? removed(who) : set(who, phone.slice(-3)) };
}
