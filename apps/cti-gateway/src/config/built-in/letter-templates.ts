import type { TemplateInput } from '../letter-template.ts';

/** Letters to begin with; fields in double braces are filled in from the case. */
export const builtInTemplates: TemplateInput[] = [
  {
    template: 'acknowledgement',
    purpose: 'acknowledgement',
    name: { en: 'Acknowledgement', 'zh-Hant': '確認收件', 'zh-Hans': '确认收件' },
    subject: {
      en: 'We have your complaint {{case.reference}}',
      'zh-Hant': '我們已收到您的意見 {{case.reference}}',
      'zh-Hans': '我们已收到您的意见 {{case.reference}}',
    },
    body: {
      en: 'Dear {{customer.salutation}},\n\nThank you for telling us. We are sorry for the trouble. Your complaint has the reference {{case.reference}}. {{owner.name}} looks into it, and you will hear from us by {{clock.update}}.\n\n{{centre.name}}',
      'zh-Hant':
        '{{customer.salutation}}您好：\n\n感謝您告訴我們。造成您的困擾，我們深感抱歉。您的案件編號為 {{case.reference}}，由 {{owner.name}} 負責處理，我們將於 {{clock.update}} 前與您聯絡。\n\n{{centre.name}}',
      'zh-Hans':
        '{{customer.salutation}}您好：\n\n感谢您告诉我们。给您造成困扰，我们深感抱歉。您的案件编号为 {{case.reference}}，由 {{owner.name}} 负责处理，我们将于 {{clock.update}} 前与您联系。\n\n{{centre.name}}',
    },
  },
  {
    template: 'answer',
    purpose: 'answer',
    name: { en: 'Answer', 'zh-Hant': '回覆', 'zh-Hans': '回复' },
    subject: {
      en: 'About your complaint {{case.reference}}',
      'zh-Hant': '關於您的意見 {{case.reference}}',
      'zh-Hans': '关于您的意见 {{case.reference}}',
    },
    body: {
      en: 'Dear {{customer.salutation}},\n\n{{case.proposal}}\n\nIf this does not put it right, please tell us: call us or answer this letter, and name {{case.reference}}.\n\n{{owner.name}}\n{{centre.name}}',
      'zh-Hant':
        '{{customer.salutation}}您好：\n\n{{case.proposal}}\n\n若仍有不滿意之處，請來電或回覆本信，並告知案件編號 {{case.reference}}。\n\n{{owner.name}}\n{{centre.name}}',
      'zh-Hans':
        '{{customer.salutation}}您好：\n\n{{case.proposal}}\n\n若仍有不满意之处，请来电或回复本信，并告知案件编号 {{case.reference}}。\n\n{{owner.name}}\n{{centre.name}}',
    },
  },
  {
    template: 'apology',
    name: { en: 'Apology', 'zh-Hant': '致歉信', 'zh-Hans': '致歉信' },
    subject: { en: 'We apologise', 'zh-Hant': '我們向您致歉', 'zh-Hans': '我们向您致歉' },
    body: {
      en: 'Dear {{customer.salutation}},\n\nWhat happened should not have happened, and we are sorry.\n\n{{owner.name}}\n{{centre.name}}',
      'zh-Hant':
        '{{customer.salutation}}您好：\n\n這次的情況不應發生，我們誠摯致歉。\n\n{{owner.name}}\n{{centre.name}}',
      'zh-Hans':
        '{{customer.salutation}}您好：\n\n这次的情况不应发生，我们诚挚致歉。\n\n{{owner.name}}\n{{centre.name}}',
    },
  },
];
