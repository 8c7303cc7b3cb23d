import type { Language } from '@ringside/shared/model/language';
import type { MergeValues } from '@ringside/shared/model/merge-text';

/** A customer and a case that nobody has, to try a template on. It is part of the letter, so it is in the letter's language. */
const examples: Readonly<Record<Language, MergeValues>> = {
  en: {
    'customer.salutation': 'Ms Okafor',
    'customer.name': 'Amara Okafor',
    'case.reference': 'C-1001',
    'case.title': 'The drill smokes',
    'case.proposal': 'We send you a new drill and collect the old one.',
    'owner.name': 'Maya Lin',
    'centre.name': 'Harbour Home',
    'clock.update': '17:00 on 24 November 2026',
    'clock.resolve': '17:00 on 1 December 2026',
    'promise.what': 'a call on how far we are',
    'promise.due': '12:00 on 24 November 2026',
    compensation: 'a voucher for NT$500',
    today: '22 November 2026',
  },
  'zh-Hant': {
    'customer.salutation': '陳先生',
    'customer.name': '陳大文',
    'case.reference': 'C-1001',
    'case.title': '電鑽冒煙',
    'case.proposal': '我們將寄送新的電鑽，並回收舊品。',
    'owner.name': '林美雅',
    'centre.name': '藍鵲居家',
    'clock.update': '2026年11月24日 17:00',
    'clock.resolve': '2026年12月1日 17:00',
    'promise.what': '致電說明處理進度',
    'promise.due': '2026年11月24日 12:00',
    compensation: 'NT$500 的禮券',
    today: '2026年11月22日',
  },
  'zh-Hans': {
    'customer.salutation': '陈先生',
    'customer.name': '陈大文',
    'case.reference': 'C-1001',
    'case.title': '电钻冒烟',
    'case.proposal': '我们将寄出新的电钻，并收回旧品。',
    'owner.name': '林美雅',
    'centre.name': '蓝鹊居家',
    'clock.update': '2026年11月24日 17:00',
    'clock.resolve': '2026年12月1日 17:00',
    'promise.what': '致电说明处理进度',
    'promise.due': '2026年11月24日 12:00',
    compensation: 'NT$500 的代金券',
    today: '2026年11月22日',
  },
};

export const exampleOf = (language: Language): MergeValues => examples[language];
