import type { CauseInput } from '../cause.ts';

/** Causes to begin with. */
export const builtInCauses: CauseInput[] = [
  { cause: 'process', name: { en: 'Process', 'zh-Hant': '流程', 'zh-Hans': '流程' } },
  {
    cause: 'handover',
    parent: 'process',
    name: { en: 'Lost in a handover', 'zh-Hant': '交接遺漏', 'zh-Hans': '交接遗漏' },
  },
  {
    cause: 'deadline-missed',
    parent: 'process',
    name: { en: 'Deadline missed', 'zh-Hant': '逾期', 'zh-Hans': '逾期' },
  },
  { cause: 'people', name: { en: 'People', 'zh-Hant': '人員', 'zh-Hans': '人员' } },
  {
    cause: 'training',
    parent: 'people',
    name: { en: 'Training missing', 'zh-Hant': '訓練不足', 'zh-Hans': '培训不足' },
  },
  { cause: 'manner', parent: 'people', name: { en: 'Manner', 'zh-Hant': '服務態度', 'zh-Hans': '服务态度' } },
  { cause: 'product', name: { en: 'Product', 'zh-Hant': '產品', 'zh-Hans': '产品' } },
  { cause: 'defect', parent: 'product', name: { en: 'Defect', 'zh-Hant': '瑕疵', 'zh-Hans': '缺陷' } },
  {
    cause: 'description',
    parent: 'product',
    name: { en: 'Wrong description', 'zh-Hant': '說明不符', 'zh-Hans': '说明不符' },
  },
  { cause: 'system', name: { en: 'Systems', 'zh-Hant': '系統', 'zh-Hans': '系统' } },
  {
    cause: 'billing-error',
    parent: 'system',
    name: { en: 'Billing error', 'zh-Hant': '計費錯誤', 'zh-Hans': '计费错误' },
  },
  { cause: 'outage', parent: 'system', name: { en: 'Outage', 'zh-Hant': '系統中斷', 'zh-Hans': '系统中断' } },
  { cause: 'partner', name: { en: 'Partner', 'zh-Hant': '合作廠商', 'zh-Hans': '合作厂商' } },
  { cause: 'carrier', parent: 'partner', name: { en: 'Carrier', 'zh-Hant': '物流', 'zh-Hans': '物流' } },
  {
    cause: 'customer-expectation',
    name: { en: 'Expectation', 'zh-Hant': '期望落差', 'zh-Hans': '期望落差' },
  },
];
