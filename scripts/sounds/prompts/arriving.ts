import { prompt, type Speech } from '../voices.ts';

/** What callers hear before they wait: greetings, closed lines, menus. */
export const ARRIVING: readonly Speech[] = [
  prompt('welcome-service', {
    en: 'Hello, and thank you for calling customer service. We will be right with you.',
    'zh-Hant': [
      '您好，感謝您的來電，這裡是客服中心，我們馬上為您服務。',
      'nin2 hao3, gan3 xie4 nin2 de5 lai2 dian4, zhe4 li3 shi4 ke4 fu2 zhong1 xin1, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
    ],
    'zh-Hans': [
      '您好，感谢您致电客户服务中心，我们马上为您服务。',
      'nin2 hao3, gan3 xie4 nin2 zhi4 dian4 ke4 hu4 fu2 wu4 zhong1 xin1, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
    ],
  }),
  prompt('welcome-sales', {
    en: 'Hello, and thank you for calling sales. We will be right with you.',
    'zh-Hant': [
      '您好，感謝您的來電，這裡是業務專線，我們馬上為您服務。',
      'nin2 hao3, gan3 xie4 nin2 de5 lai2 dian4, zhe4 li3 shi4 ye4 wu4 zhuan1 xian4, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
    ],
    'zh-Hans': [
      '您好，感谢您致电销售热线，我们马上为您服务。',
      'nin2 hao3, gan3 xie4 nin2 zhi4 dian4 xiao1 shou4 re4 xian4, wo3 men5 ma3 shang4 wei4 nin2 fu2 wu4.',
    ],
  }),
  prompt('we-are-closed', {
    en: 'Thank you for calling. We are closed now. Please call again during our opening hours.',
    'zh-Hant': [
      '您好，現在是非服務時間，請於服務時間內再來電，謝謝。',
      'nin2 hao3, xian4 zai4 shi4 fei1 fu2 wu4 shi2 jian1, qing3 yu2 fu2 wu4 shi2 jian1 nei4 zai4 lai2 dian4, xie4 xie5.',
    ],
    'zh-Hans': [
      '您好，现在是非工作时间，请在工作时间来电，谢谢。',
      'nin2 hao3, xian4 zai4 shi4 fei1 gong1 zuo4 shi2 jian1, qing3 zai4 gong1 zuo4 shi2 jian1 lai2 dian4, xie4 xie5.',
    ],
  }),
  prompt('closed-holiday', {
    en: 'Thank you for calling. We are closed for the holiday. Please call again on our next working day.',
    'zh-Hant': [
      '您好，今天是國定假日，暫停服務，請於下個上班日再來電，謝謝。',
      'nin2 hao3, jin1 tian1 shi4 guo2 ding4 jia4 ri4, zan4 ting2 fu2 wu4, qing3 yu2 xia4 ge4 shang4 ban1 ri4 zai4 lai2 dian4, xie4 xie5.',
    ],
    'zh-Hans': [
      '您好，今天是节假日，暂停服务，请在下个工作日来电，谢谢。',
      'nin2 hao3, jin1 tian1 shi4 jie2 jia4 ri4, zan4 ting2 fu2 wu4, qing3 zai4 xia4 ge4 gong1 zuo4 ri4 lai2 dian4, xie4 xie5.',
    ],
  }),
  prompt('closed-emergency', {
    en: 'We are sorry. Something unforeseen keeps us from taking calls just now. Please call again later.',
    'zh-Hant': [
      '很抱歉，因突發狀況，目前暫時無法提供服務，請稍後再撥，謝謝。',
      'hen3 bao4 qian4, yin1 tu2 fa1 zhuang4 kuang4, mu4 qian2 zan4 shi2 wu2 fa3 ti2 gong1 fu2 wu4, qing3 shao1 hou4 zai4 bo1, xie4 xie5.',
    ],
    'zh-Hans': [
      '很抱歉，因突发情况，暂时无法提供服务，请稍后再拨，谢谢。',
      'hen3 bao4 qian4, yin1 tu1 fa1 qing2 kuang4, zan4 shi2 wu2 fa3 ti2 gong1 fu2 wu4, qing3 shao1 hou4 zai4 bo1, xie4 xie5.',
    ],
  }),
  prompt('menu-main', {
    en: 'For customer service, press 1. For sales and orders, press 2. For Chinese, press 8.',
    'zh-Hant': [
      '客戶服務請按一，訂購商品請按二，英語服務請按九。',
      'ke4 hu4 fu2 wu4 qing3 an4 yi1, ding4 gou4 shang1 pin3 qing3 an4 er4, ying1 yu3 fu2 wu4 qing3 an4 jiu3.',
    ],
    'zh-Hans': [
      '客户服务请按一，订购商品请按二，英语服务请按九。',
      'ke4 hu4 fu2 wu4 qing3 an4 yi1, ding4 gou4 shang1 pin3 qing3 an4 er4, ying1 yu3 fu2 wu4 qing3 an4 jiu3.',
    ],
  }),
  prompt('menu-care', {
    en: 'For repairs and care plans, press 1. For orders, press 2. If you know your customer number, press 3. For a case that is open, press 4. To be called back, press 5. To leave a message, press 6. To speak to a manager, press 7. For Chinese, press 8.',
    'zh-Hant': [
      '維修與保養請按一，訂購商品請按二，輸入客戶編號請按三，查詢案件請按四，需要我們回電請按五，留言請按六，找主管請按七，英語服務請按九。',
      'wei2 xiu1 yu3 bao3 yang3 qing3 an4 yi1, ding4 gou4 shang1 pin3 qing3 an4 er4, shu1 ru4 ke4 hu4 bian1 hao4 qing3 an4 san1, cha2 xun2 an4 jian4 qing3 an4 si4, xu1 yao4 wo3 men5 hui2 dian4 qing3 an4 wu3, liu2 yan2 qing3 an4 liu4, zhao3 zhu3 guan3 qing3 an4 qi1, ying1 yu3 fu2 wu4 qing3 an4 jiu3.',
    ],
    'zh-Hans': [
      '维修与保养请按一，订购商品请按二，输入客户编号请按三，查询个案请按四，需要我们回电请按五，留言请按六，找经理请按七，英语服务请按九。',
      'wei2 xiu1 yu3 bao3 yang3 qing3 an4 yi1, ding4 gou4 shang1 pin3 qing3 an4 er4, shu1 ru4 ke4 hu4 bian1 hao4 qing3 an4 san1, cha2 xun2 ge4 an4 qing3 an4 si4, xu1 yao4 wo3 men5 hui2 dian4 qing3 an4 wu3, liu2 yan2 qing3 an4 liu4, zhao3 jing1 li3 qing3 an4 qi1, ying1 yu3 fu2 wu4 qing3 an4 jiu3.',
    ],
  }),
  prompt('enter-customer-number', {
    en: 'Please enter your customer number, then press the hash key.',
    'zh-Hant': [
      '請輸入客戶編號，輸入完畢請按井字鍵。',
      'qing3 shu1 ru4 ke4 hu4 bian1 hao4, shu1 ru4 wan2 bi4 qing3 an4 jing3 zi4 jian4.',
    ],
    'zh-Hans': [
      '请输入客户编号，按井号键结束。',
      'qing3 shu1 ru4 ke4 hu4 bian1 hao4, an4 jing3 hao4 jian4 jie2 shu4.',
    ],
  }),
  prompt('enter-case-reference', {
    en: 'Please enter the digits of your case number, then press the hash key.',
    'zh-Hant': [
      '請輸入案件編號的數字，輸入完畢請按井字鍵。',
      'qing3 shu1 ru4 an4 jian4 bian1 hao4 de5 shu4 zi4, shu1 ru4 wan2 bi4 qing3 an4 jing3 zi4 jian4.',
    ],
    'zh-Hans': [
      '请输入个案编号的数字，按井号键结束。',
      'qing3 shu1 ru4 ge4 an4 bian1 hao4 de5 shu4 zi4, an4 jing3 hao4 jian4 jie2 shu4.',
    ],
  }),
  prompt('not-understood', {
    en: 'Sorry, that is not one of the choices.',
    'zh-Hant': ['抱歉，沒有這個選項。', 'bao4 qian4, mei2 you3 zhe4 ge5 xuan3 xiang4.'],
    'zh-Hans': ['抱歉，没有这个选项。', 'bao4 qian4, mei2 you3 zhe4 ge5 xuan3 xiang4.'],
  }),
  prompt('goodbye', {
    en: 'Thank you for calling. Goodbye.',
    'zh-Hant': ['感謝您的來電，再見。', 'gan3 xie4 nin2 de5 lai2 dian4, zai4 jian4.'],
    'zh-Hans': ['感谢您的来电，再见。', 'gan3 xie4 nin2 de5 lai2 dian4, zai4 jian4.'],
  }),
].flat();
