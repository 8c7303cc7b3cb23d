import { ARRIVING } from './prompts/arriving.ts';
import { CALLBACK } from './prompts/callback.ts';
import { MANAGERS } from './prompts/managers.ts';
import { NUMBERS } from './prompts/numbers.ts';
import { VOICEMAIL } from './prompts/voicemail.ts';
import { WAITING } from './prompts/waiting.ts';
import type { Speech } from './voices.ts';

const CALLER = { pace: 170, pitch: 35 };
const MANDARIN_CALLER = { pace: 205, pitch: 35 };

/** What the demo's callers say. */
export const CALLERS: readonly Speech[] = [
  {
    name: 'demo-caller-en',
    voice: 'en-gb+m3',
    ...CALLER,
    isPart: false,
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
    isPart: false,
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
    isPart: false,
    words:
      'nin2 hao3, wo3 yao4 fan3 ying4 zhang4 dan1 wen4 ti2. ' +
      'wo3 shi2 yue4 fen4 bei4 chong2 fu4 shou1 fei4 le5 liang3 ci4, liang3 bi3 dou1 shi4 yi4 qian1 er4 bai3 yuan2. ' +
      'shang4 zhou1 wo3 yi3 jing1 da3 guo4 yi2 ci4 dian4 hua4, dao4 xian4 zai4 hai2 mei2 you3 jie3 jue2. ' +
      'qing3 ni3 men5 bang1 wo3 he2 shi2 yi2 xia4, ba3 duo1 shou1 de5 qian2 tui4 gei3 wo3, xie4 xie5.',
  },
];

/** What callers are told. */
export const PROMPTS: readonly Speech[] = [
  ...ARRIVING,
  ...WAITING,
  ...CALLBACK,
  ...VOICEMAIL,
  ...MANAGERS,
  ...NUMBERS,
];
