import { prompt, type Speech } from '../voices.ts';

/** What callers hear who leave a message. */
export const VOICEMAIL: readonly Speech[] = [
  prompt('voicemail-greeting', {
    en: 'Please leave a message after the tone. When you have finished, press any key or hang up.',
    'zh-Hant': [
      '請在嗶聲後留言，留言完畢請按任意鍵或掛斷電話。',
      'qing3 zai4 bi1 sheng1 hou4 liu2 yan2, liu2 yan2 wan2 bi4 qing3 an4 ren4 yi4 jian4 huo4 gua4 duan4 dian4 hua4.',
    ],
    'zh-Hans': [
      '请在提示音后留言，留言结束请按任意键或挂断电话。',
      'qing3 zai4 ti2 shi4 yin1 hou4 liu2 yan2, liu2 yan2 jie2 shu4 qing3 an4 ren4 yi4 jian4 huo4 gua4 duan4 dian4 hua4.',
    ],
  }),
  prompt('voicemail-thanks', {
    en: 'Thank you for your message. We will get back to you. Goodbye.',
    'zh-Hant': [
      '謝謝您的留言，我們會儘快與您聯絡，再見。',
      'xie4 xie5 nin2 de5 liu2 yan2, wo3 men5 hui4 jin3 kuai4 yu3 nin2 lian2 luo4, zai4 jian4.',
    ],
    'zh-Hans': [
      '谢谢您的留言，我们会尽快与您联系，再见。',
      'xie4 xie5 nin2 de5 liu2 yan2, wo3 men5 hui4 jin3 kuai4 yu3 nin2 lian2 xi4, zai4 jian4.',
    ],
  }),
  prompt('voicemail-too-short', {
    en: 'We did not hear a message.',
    'zh-Hant': ['沒有聽到您的留言。', 'mei2 you3 ting1 dao4 nin2 de5 liu2 yan2.'],
    'zh-Hans': ['没有听到您的留言。', 'mei2 you3 ting1 dao4 nin2 de5 liu2 yan2.'],
  }),
  prompt('voicemail-not-possible', {
    en: 'Sorry, messages can not be taken just now. Please call again later.',
    'zh-Hant': [
      '抱歉，目前無法留言，請稍後再撥。',
      'bao4 qian4, mu4 qian2 wu2 fa3 liu2 yan2, qing3 shao1 hou4 zai4 bo1.',
    ],
    'zh-Hans': [
      '抱歉，暂时无法留言，请稍后再拨。',
      'bao4 qian4, zan4 shi2 wu2 fa3 liu2 yan2, qing3 shao1 hou4 zai4 bo1.',
    ],
  }),
].flat();
