import { part, prompt, type Speech } from '../voices.ts';

/** What callers hear who would rather be called back. */
export const CALLBACK: readonly Speech[] = [
  prompt('callback-offer', {
    en: 'If you would rather be called back, press 1. You keep your place in line.',
    'zh-Hant': [
      '如需我們回電，請按一，您的順位會為您保留。',
      'ru2 xu1 wo3 men5 hui2 dian4, qing3 an4 yi1, nin2 de5 shun4 wei4 hui4 wei4 nin2 bao3 liu2.',
    ],
    'zh-Hans': [
      '如需我们回电，请按一，我们会为您保留排队位置。',
      'ru2 xu1 wo3 men5 hui2 dian4, qing3 an4 yi1, wo3 men5 hui4 wei4 nin2 bao3 liu2 pai2 dui4 wei4 zhi4.',
    ],
  }),
  part('callback-your-number', {
    en: 'We will call you back at',
    'zh-Hant': ['我們會回撥這個號碼：', 'wo3 men5 hui4 hui2 bo1 zhe4 ge5 hao4 ma3,'],
    'zh-Hans': ['我们会回拨这个号码：', 'wo3 men5 hui4 hui2 bo1 zhe4 ge5 hao4 ma3,'],
  }),
  prompt('callback-confirm', {
    en: 'If that is right, press 1. To give another number, press 2.',
    'zh-Hant': [
      '正確請按一，更改號碼請按二。',
      'zheng4 que4 qing3 an4 yi1, geng1 gai3 hao4 ma3 qing3 an4 er4.',
    ],
    'zh-Hans': [
      '正确请按一，更改号码请按二。',
      'zheng4 que4 qing3 an4 yi1, geng1 gai3 hao4 ma3 qing3 an4 er4.',
    ],
  }),
  prompt('callback-enter-number', {
    en: 'Please enter the number that we are to call, then press the hash key.',
    'zh-Hant': [
      '請輸入回電號碼，輸入完畢請按井字鍵。',
      'qing3 shu1 ru4 hui2 dian4 hao4 ma3, shu1 ru4 wan2 bi4 qing3 an4 jing3 zi4 jian4.',
    ],
    'zh-Hans': [
      '请输入回电号码，按井号键结束。',
      'qing3 shu1 ru4 hui2 dian4 hao4 ma3, an4 jing3 hao4 jian4 jie2 shu4.',
    ],
  }),
  prompt('callback-number-not-possible', {
    en: 'Sorry, that number can not be called.',
    'zh-Hant': ['抱歉，這個號碼無法回撥。', 'bao4 qian4, zhe4 ge5 hao4 ma3 wu2 fa3 hui2 bo1.'],
    'zh-Hans': ['抱歉，无法回拨这个号码。', 'bao4 qian4, wu2 fa3 hui2 bo1 zhe4 ge5 hao4 ma3.'],
  }),
  prompt('callback-agreed', {
    en: 'Thank you. We will call you when it is your turn. Goodbye.',
    'zh-Hant': [
      '謝謝您，輪到您時我們會立刻回電，再見。',
      'xie4 xie5 nin2, lun2 dao4 nin2 shi2 wo3 men5 hui4 li4 ke4 hui2 dian4, zai4 jian4.',
    ],
    'zh-Hans': [
      '谢谢您，轮到您时我们会马上回电，再见。',
      'xie4 xie5 nin2, lun2 dao4 nin2 shi2 wo3 men5 hui4 ma3 shang4 hui2 dian4, zai4 jian4.',
    ],
  }),
  prompt('callback-connecting', {
    en: 'Hello. This is the call that you asked for. You are being connected.',
    'zh-Hant': [
      '您好，這是您預約的回電，正在為您轉接專員。',
      'nin2 hao3, zhe4 shi4 nin2 yu4 yue1 de5 hui2 dian4, zheng4 zai4 wei4 nin2 zhuan3 jie1 zhuan1 yuan2.',
    ],
    'zh-Hans': [
      '您好，这是您预约的回电，正在为您接通座席。',
      'nin2 hao3, zhe4 shi4 nin2 yu4 yue1 de5 hui2 dian4, zheng4 zai4 wei4 nin2 jie1 tong1 zuo4 xi2.',
    ],
  }),
  prompt('callback-not-possible', {
    en: 'Sorry, we can not call you back just now.',
    'zh-Hant': [
      '抱歉，目前無法為您安排回電。',
      'bao4 qian4, mu4 qian2 wu2 fa3 wei4 nin2 an1 pai2 hui2 dian4.',
    ],
    'zh-Hans': [
      '抱歉，目前无法为您安排回电。',
      'bao4 qian4, mu4 qian2 wu2 fa3 wei4 nin2 an1 pai2 hui2 dian4.',
    ],
  }),
].flat();
