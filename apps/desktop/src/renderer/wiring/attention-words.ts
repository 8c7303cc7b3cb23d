import type { Language, LocalText } from '@ringside/shared/model/language';
import type { ContactView } from '@ringside/shared/protocol/contact';

const words = {
  stranger: { en: 'Unknown caller', 'zh-Hant': '未知來電者', 'zh-Hans': '未知来电者' },
  several: { en: 'Several customers match', 'zh-Hant': '符合多位客戶', 'zh-Hans': '匹配多位客户' },
  withheld: { en: 'Number withheld', 'zh-Hant': '隱藏號碼', 'zh-Hans': '隐藏号码' },
  incoming: { en: 'Incoming call', 'zh-Hant': '來電', 'zh-Hans': '来电' },
} satisfies Record<string, LocalText>;

/** Who calls, for the notification and the mini window: a name, else what is known instead. */
export function callerName({ pop, caller }: ContactView, language: Language): string {
  if (pop.match.kind === 'known') return pop.match.customer.name.written;
  if (pop.match.kind === 'several') return words.several[language];
  if (caller.kind === 'withheld') return words.withheld[language];
  if (caller.display !== '') return caller.display;
  return caller.kind === 'number' ? caller.number : caller.text || words.stranger[language];
}

/** The second line: that it rings, and on which hotline or queue. */
export function offerLine(where: LocalText | null, language: Language): string {
  return where ? `${words.incoming[language]} · ${where[language]}` : words.incoming[language];
}
