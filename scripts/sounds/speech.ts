/** What the voices say. Mandarin is given in pinyin, because the voice does not know all characters; the text stands above it. */
export interface Speech {
  readonly name: string;
  /** an espeak-ng voice */
  readonly voice: string;
  /** words a minute */
  readonly pace: number;
  /** 0-99 */
  readonly pitch: number;
  readonly words: string;
}

const english = (name: string, words: string): Speech => ({
  name,
  voice: 'en-us+f3',
  pace: 155,
  pitch: 45,
  words,
});
const mandarin = (name: string, words: string): Speech => ({
  name,
  voice: 'cmn-latn-pinyin+f3',
  pace: 195,
  pitch: 45,
  words,
});

const CALLER = { pace: 170, pitch: 35 };
const MANDARIN_CALLER = { pace: 205, pitch: 35 };

export const SPEECH: readonly Speech[] = [
  english(
    'welcome-service-en',
    'Hello, and thank you for calling customer service. We will be right with you.',
  ),
  // 您好，感謝您的來電，這裡是客服中心，我們馬上為您服務。
  mandarin(
    'welcome-service-zh-Hant',
    'nin2 hao3, gan3 xie4 nin2 de5 lai2 dian4, zhe4 li3 shi4 ke4 fu2 zhong1 xin1, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
  ),
  // 您好，感谢您致电客户服务中心，我们马上为您服务。
  mandarin(
    'welcome-service-zh-Hans',
    'nin2 hao3, gan3 xie4 nin2 zhi4 dian4 ke4 hu4 fu2 wu4 zhong1 xin1, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
  ),
  english('welcome-sales-en', 'Hello, and thank you for calling sales. We will be right with you.'),
  // 您好，感謝您的來電，這裡是業務專線，我們馬上為您服務。
  mandarin(
    'welcome-sales-zh-Hant',
    'nin2 hao3, gan3 xie4 nin2 de5 lai2 dian4, zhe4 li3 shi4 ye4 wu4 zhuan1 xian4, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
  ),
  // 您好，感谢您致电销售热线，我们马上为您服务。
  mandarin(
    'welcome-sales-zh-Hans',
    'nin2 hao3, gan3 xie4 nin2 zhi4 dian4 xiao1 shou4 re4 xian4, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
  ),
  english('please-hold-en', 'One moment, please. Your call is being connected.'),
  // 請稍候，正在為您轉接。
  mandarin('please-hold-zh-Hant', 'qing3 shao1 hou4, zheng4 zai4 wei4 nin2 zhuan3 jie1.'),
  // 请稍等，正在为您接通。
  mandarin('please-hold-zh-Hans', 'qing3 shao1 deng3, zheng4 zai4 wei4 nin2 jie1 tong1.'),
  english(
    'all-agents-busy-en',
    'All our agents are helping other callers. Please stay on the line. Calls are answered in the order they came in.',
  ),
  // 目前專員都在忙線中，請您稍候，我們會依照來電順序為您服務。
  mandarin(
    'all-agents-busy-zh-Hant',
    'mu4 qian2 zhuan1 yuan2 dou1 zai4 mang2 xian4 zhong1, qing3 nin2 shao1 hou4, wo3 men5 hui4 yi1 zhao4 lai2 dian4 shun4 xu4 wei4 nin2 fu2 wu4.',
  ),
  // 现在座席全忙，请您耐心等待，我们会按来电顺序为您接通。
  mandarin(
    'all-agents-busy-zh-Hans',
    'xian4 zai4 zuo4 xi2 quan2 mang2, qing3 nin2 nai4 xin1 deng3 dai4, wo3 men5 hui4 an4 lai2 dian4 shun4 xu4 wei4 nin2 jie1 tong1.',
  ),
  {
    name: 'demo-caller-en',
    voice: 'en-gb+m3',
    ...CALLER,
    words:
      'Hello. I am calling about my bill. I was charged twice in October: two payments of twelve hundred, for the same month. ' +
      'I called last week already, and nothing has happened. Please put it right, and pay back what was taken too much.',
  },
  // 你好，我要反映帳單的問題。我十月份被重複扣款兩次，兩筆都是一千兩百元。
  // 我上禮拜已經打過一次電話，可是到現在還沒有處理。麻煩你們幫我查清楚，把多收的錢退給我，謝謝。
  {
    name: 'demo-caller-zh-Hant',
    voice: 'cmn-latn-pinyin+m3',
    ...MANDARIN_CALLER,
    words:
      'ni3 hao3, wo3 yao4 fan3 ying4 zhang4 dan1 de5 wen4 ti2. ' +
      'wo3 shi2 yue4 fen4 bei4 chong2 fu4 kou4 kuan3 liang3 ci4, liang3 bi3 dou1 shi4 yi4 qian1 liang3 bai3 yuan2. ' +
      'wo3 shang4 li3 bai4 yi3 jing1 da3 guo4 yi2 ci4 dian4 hua4, ke3 shi4 dao4 xian4 zai4 hai2 mei2 you3 chu3 li3. ' +
      'ma2 fan2 ni3 men5 bang1 wo3 cha2 qing1 chu3, ba3 duo1 shou1 de5 qian2 tui4 gei3 wo3, xie4 xie5.',
  },
  // 您好，我要反映账单问题。我十月份被重复收费了两次，两笔都是一千二百元。
  // 上周我已经打过一次电话，到现在还没有解决。请你们帮我核实一下，把多收的钱退给我，谢谢。
  {
    name: 'demo-caller-zh-Hans',
    voice: 'cmn-latn-pinyin+m3',
    ...MANDARIN_CALLER,
    words:
      'nin2 hao3, wo3 yao4 fan3 ying4 zhang4 dan1 wen4 ti2. ' +
      'wo3 shi2 yue4 fen4 bei4 chong2 fu4 shou1 fei4 le5 liang3 ci4, liang3 bi3 dou1 shi4 yi4 qian1 er4 bai3 yuan2. ' +
      'shang4 zhou1 wo3 yi3 jing1 da3 guo4 yi2 ci4 dian4 hua4, dao4 xian4 zai4 hai2 mei2 you3 jie3 jue2. ' +
      'qing3 ni3 men5 bang1 wo3 he2 shi2 yi2 xia4, ba3 duo1 shou1 de5 qian2 tui4 gei3 wo3, xie4 xie5.',
  },
];
