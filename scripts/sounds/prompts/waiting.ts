import { part, prompt, type Speech } from '../voices.ts';

/** What callers hear while they wait. Parts are put together with numbers: "You are number | 3 | in line." */
export const WAITING: readonly Speech[] = [
  prompt('please-hold', {
    en: 'One moment, please. Your call is being connected.',
    'zh-Hant': ['請稍候，正在為您轉接。', 'qing3 shao1 hou4, zheng4 zai4 wei4 nin2 zhuan3 jie1.'],
    'zh-Hans': ['请稍等，正在为您接通。', 'qing3 shao1 deng3, zheng4 zai4 wei4 nin2 jie1 tong1.'],
  }),
  prompt('all-agents-busy', {
    en: 'All our agents are helping other callers. Please stay on the line. Calls are answered in the order they came in.',
    'zh-Hant': [
      '目前專員都在忙線中，請您稍候，我們會依照來電順序為您服務。',
      'mu4 qian2 zhuan1 yuan2 dou1 zai4 mang2 xian4 zhong1, qing3 nin2 shao1 hou4, wo3 men5 hui4 yi1 zhao4 lai2 dian4 shun4 xu4 wei4 nin2 fu2 wu4.',
    ],
    'zh-Hans': [
      '现在座席全忙，请您耐心等待，我们会按来电顺序为您接通。',
      'xian4 zai4 zuo4 xi2 quan2 mang2, qing3 nin2 nai4 xin1 deng3 dai4, wo3 men5 hui4 an4 lai2 dian4 shun4 xu4 wei4 nin2 jie1 tong1.',
    ],
  }),
  part('position-before', {
    en: 'You are number',
    'zh-Hant': ['您目前排在第', 'nin2 mu4 qian2 pai2 zai4 di4'],
    'zh-Hans': ['您当前排在第', 'nin2 dang1 qian2 pai2 zai4 di4'],
  }),
  part('position-after', {
    en: 'in line.',
    'zh-Hant': ['位。', 'wei4.'],
    'zh-Hans': ['位。', 'wei4.'],
  }),
  part('wait-about', {
    en: 'The wait is about',
    'zh-Hant': ['預估等候時間約', 'yu4 gu1 deng3 hou4 shi2 jian1 yue1'],
    'zh-Hans': ['预计等待时间约', 'yu4 ji4 deng3 dai4 shi2 jian1 yue1'],
  }),
  part('wait-less-than', {
    en: 'The wait is less than',
    'zh-Hant': ['預估等候時間少於', 'yu4 gu1 deng3 hou4 shi2 jian1 shao3 yu2'],
    'zh-Hans': ['预计等待时间少于', 'yu4 ji4 deng3 dai4 shi2 jian1 shao3 yu2'],
  }),
  part('wait-more-than', {
    en: 'The wait is more than',
    'zh-Hant': ['預估等候時間超過', 'yu4 gu1 deng3 hou4 shi2 jian1 chao1 guo4'],
    'zh-Hans': ['预计等待时间超过', 'yu4 ji4 deng3 dai4 shi2 jian1 chao1 guo4'],
  }),
  part('wait-to', { en: 'to', 'zh-Hant': ['到', 'dao4'], 'zh-Hans': ['到', 'dao4'] }),
  part('wait-minutes', {
    en: 'minutes.',
    'zh-Hant': ['分鐘。', 'fen1 zhong1.'],
    'zh-Hans': ['分钟。', 'fen1 zhong1.'],
  }),
  prompt('wait-under-a-minute', {
    en: 'It is your turn in less than a minute.',
    'zh-Hant': ['不到一分鐘就輪到您。', 'bu2 dao4 yi4 fen1 zhong1 jiu4 lun2 dao4 nin2.'],
    'zh-Hans': ['不到一分钟就轮到您。', 'bu2 dao4 yi4 fen1 zhong1 jiu4 lun2 dao4 nin2.'],
  }),
  prompt('press-one-to-take', {
    en: 'A caller is waiting. Press 1 to take the call.',
    'zh-Hant': ['有來電等候，接聽請按一。', 'you3 lai2 dian4 deng3 hou4, jie1 ting1 qing3 an4 yi1.'],
    'zh-Hans': ['有来电等待，接听请按一。', 'you3 lai2 dian4 deng3 dai4, jie1 ting1 qing3 an4 yi1.'],
  }),
].flat();
