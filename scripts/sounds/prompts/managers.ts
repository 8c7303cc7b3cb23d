import { part, prompt, type Speech } from '../voices.ts';

/** What managers on duty and callers who ask for one hear. */
export const MANAGERS: readonly Speech[] = [
  prompt('duty-whisper', {
    en: 'A customer asks for a manager. Press 1 to take the call, 2 to pass it on.',
    'zh-Hant': [
      '有顧客要找主管，接聽請按一，轉給下一位請按二。',
      'you3 gu4 ke4 yao4 zhao3 zhu3 guan3, jie1 ting1 qing3 an4 yi1, zhuan3 gei3 xia4 yi2 wei4 qing3 an4 er4.',
    ],
    'zh-Hans': [
      '有客户要求与经理通话，接听请按一，转给下一位请按二。',
      'you3 ke4 hu4 yao1 qiu2 yu3 jing1 li3 tong1 hua4, jie1 ting1 qing3 an4 yi1, zhuan3 gei3 xia4 yi2 wei4 qing3 an4 er4.',
    ],
  }),
  prompt('connecting-manager', {
    en: 'One moment, I connect you with a manager.',
    'zh-Hant': [
      '請稍候，正在為您轉接主管。',
      'qing3 shao1 hou4, zheng4 zai4 wei4 nin2 zhuan3 jie1 zhu3 guan3.',
    ],
    'zh-Hans': [
      '请稍等，正在为您接通经理。',
      'qing3 shao1 deng3, zheng4 zai4 wei4 nin2 jie1 tong1 jing1 li3.',
    ],
  }),
  prompt('manager-calls-back', {
    en: 'No manager is free right now. A manager will call you back at the number you are calling from. Goodbye.',
    'zh-Hant': [
      '目前主管都在忙線中，主管會回撥您這支來電號碼，再見。',
      'mu4 qian2 zhu3 guan3 dou1 zai4 mang2 xian4 zhong1, zhu3 guan3 hui4 hui2 bo1 nin2 zhe4 zhi1 lai2 dian4 hao4 ma3, zai4 jian4.',
    ],
    'zh-Hans': [
      '现在没有经理可以接听，经理会按您的来电号码给您回电，再见。',
      'xian4 zai4 mei2 you3 jing1 li3 ke3 yi3 jie1 ting1, jing1 li3 hui4 an4 nin2 de5 lai2 dian4 hao4 ma3 gei3 nin2 hui2 dian4, zai4 jian4.',
    ],
  }),
  // "No manager is free right now. A manager will call you back within · 2 · hours, at the number you are calling from. Goodbye."
  part('manager-calls-within', {
    en: 'No manager is free right now. A manager will call you back within',
    'zh-Hant': [
      '目前主管都在忙線中，主管會在',
      'mu4 qian2 zhu3 guan3 dou1 zai4 mang2 xian4 zhong1, zhu3 guan3 hui4 zai4',
    ],
    'zh-Hans': [
      '现在没有经理可以接听，经理会在',
      'xian4 zai4 mei2 you3 jing1 li3 ke3 yi3 jie1 ting1, jing1 li3 hui4 zai4',
    ],
  }),
  prompt('manager-hours-here', {
    en: 'hours, at the number you are calling from. Goodbye.',
    'zh-Hant': [
      '小時內回撥您這支來電號碼，再見。',
      'xiao3 shi2 nei4 hui2 bo1 nin2 zhe4 zhi1 lai2 dian4 hao4 ma3, zai4 jian4.',
    ],
    'zh-Hans': [
      '小时内按您的来电号码给您回电，再见。',
      'xiao3 shi2 nei4 an4 nin2 de5 lai2 dian4 hao4 ma3 gei3 nin2 hui2 dian4, zai4 jian4.',
    ],
  }),
  prompt('manager-minutes-here', {
    en: 'minutes, at the number you are calling from. Goodbye.',
    'zh-Hant': [
      '分鐘內回撥您這支來電號碼，再見。',
      'fen1 zhong1 nei4 hui2 bo1 nin2 zhe4 zhi1 lai2 dian4 hao4 ma3, zai4 jian4.',
    ],
    'zh-Hans': [
      '分钟内按您的来电号码给您回电，再见。',
      'fen1 zhong1 nei4 an4 nin2 de5 lai2 dian4 hao4 ma3 gei3 nin2 hui2 dian4, zai4 jian4.',
    ],
  }),
  prompt('manager-hours-there', {
    en: 'hours, at the number you gave. Goodbye.',
    'zh-Hant': [
      '小時內回撥您剛才提供的號碼，再見。',
      'xiao3 shi2 nei4 hui2 bo1 nin2 gang1 cai2 ti2 gong1 de5 hao4 ma3, zai4 jian4.',
    ],
    'zh-Hans': [
      '小时内按您刚才提供的号码回电，再见。',
      'xiao3 shi2 nei4 an4 nin2 gang1 cai2 ti2 gong1 de5 hao4 ma3 hui2 dian4, zai4 jian4.',
    ],
  }),
  prompt('manager-minutes-there', {
    en: 'minutes, at the number you gave. Goodbye.',
    'zh-Hant': [
      '分鐘內回撥您剛才提供的號碼，再見。',
      'fen1 zhong1 nei4 hui2 bo1 nin2 gang1 cai2 ti2 gong1 de5 hao4 ma3, zai4 jian4.',
    ],
    'zh-Hans': [
      '分钟内按您刚才提供的号码回电，再见。',
      'fen1 zhong1 nei4 an4 nin2 gang1 cai2 ti2 gong1 de5 hao4 ma3 hui2 dian4, zai4 jian4.',
    ],
  }),
  // after the whisper, where an agent passed the caller on
  prompt('duty-why-notHelped', {
    en: 'They say that they were not helped so far.',
    'zh-Hant': ['顧客說問題一直沒有解決。', 'gu4 ke4 shuo1 wen4 ti2 yi4 zhi2 mei2 you3 jie3 jue2.'],
    'zh-Hans': ['客户说问题一直没有解决。', 'ke4 hu4 shuo1 wen4 ti2 yi4 zhi2 mei2 you3 jie3 jue2.'],
  }),
  prompt('duty-why-promiseBroken', {
    en: 'They say that a promise was not kept.',
    'zh-Hant': ['顧客說承諾沒有兌現。', 'gu4 ke4 shuo1 cheng2 nuo4 mei2 you3 dui4 xian4.'],
    'zh-Hans': ['客户说承诺没有兑现。', 'ke4 hu4 shuo1 cheng2 nuo4 mei2 you3 dui4 xian4.'],
  }),
  prompt('duty-why-staff', {
    en: 'They complain about how they were treated.',
    'zh-Hant': ['顧客對服務態度不滿。', 'gu4 ke4 dui4 fu2 wu4 tai4 du4 bu4 man3.'],
    'zh-Hans': ['客户对服务态度不满。', 'ke4 hu4 dui4 fu2 wu4 tai4 du4 bu4 man3.'],
  }),
  prompt('duty-why-money', {
    en: 'It is about money.',
    'zh-Hant': ['事情和費用有關。', 'shi4 qing2 he2 fei4 yong4 you3 guan1.'],
    'zh-Hans': ['事情涉及费用。', 'shi4 qing2 she4 ji2 fei4 yong4.'],
  }),
  prompt('duty-why-safety', {
    en: 'Somebody could be hurt.',
    'zh-Hant': ['事情和人身安全有關。', 'shi4 qing2 he2 ren2 shen1 an1 quan2 you3 guan1.'],
    'zh-Hans': ['事情涉及人身安全。', 'shi4 qing2 she4 ji2 ren2 shen1 an1 quan2.'],
  }),
  prompt('duty-why-asksForIt', {
    en: 'They just ask for a manager.',
    'zh-Hant': ['顧客直接要求找主管。', 'gu4 ke4 zhi2 jie1 yao1 qiu2 zhao3 zhu3 guan3.'],
    'zh-Hans': ['客户直接要求与经理通话。', 'ke4 hu4 zhi2 jie1 yao1 qiu2 yu3 jing1 li3 tong1 hua4.'],
  }),
].flat();
