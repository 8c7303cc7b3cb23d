import type { Language } from '@ringside/shared/model/language';

interface Words {
  readonly subject: string;
  readonly text: (url: string) => string;
}

/** LINK-3: nothing in it says who calls: mail is read by more than one. */
const words: Readonly<Record<Language, Words>> = {
  en: {
    subject: 'A customer asks for you: who it is and why',
    text: (url) =>
      `You are on duty, and a customer who asked for a manager is on the line for you.\n\nOpen this page to see who it is and why, and to note in half a minute what came of it:\n${url}\n\nIt opens once, in the first browser, and ends 30 minutes after the call. Don't pass it on.`,
  },
  'zh-Hant': {
    subject: '有顧客找主管：查看來電者與原因',
    text: (url) =>
      `您正在值班，有位要求與主管通話的顧客正在線上等您。\n\n請開啟此頁面查看來電者是誰、為了什麼事，並在半分鐘內記下結果：\n${url}\n\n此連結只能在第一個開啟的瀏覽器使用一次，通話結束 30 分鐘後失效。請勿轉寄。`,
  },
  'zh-Hans': {
    subject: '有客户找经理：查看来电人与原因',
    text: (url) =>
      `您正在值班，有位要求与经理通话的客户正在线上等您。\n\n请打开此页面查看来电人是谁、为了什么事，并在半分钟内记下结果：\n${url}\n\n此链接只能在第一个打开的浏览器中使用一次，通话结束 30 分钟后失效。请勿转发。`,
  },
};

export function popMail(
  language: Language,
  url: string,
): { readonly subject: string; readonly text: string } {
  const { subject, text } = words[language];
  return { subject, text: text(url) };
}
