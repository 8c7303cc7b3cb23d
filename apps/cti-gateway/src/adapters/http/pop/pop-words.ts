import type { Language, LocalText } from '@ringside/shared/model/language';
import type { ManagerOutcome, ManagerRequestReason } from '@ringside/shared/model/rota';
import type { Tier } from '@ringside/shared/model/tier';
import type { PromiseWhen } from '../../../domain/manager/promise-times.ts';

type Words = Readonly<Record<keyof typeof words, string>>;

const text = (en: string, hant: string, hans: string): LocalText => ({
  en,
  'zh-Hant': hant,
  'zh-Hans': hans,
});

const words = {
  title: text('Your caller', '您的來電者', '您的来电人'),
  toOpen: text(
    'A customer who asked for a manager is on the line for you.',
    '有位要求與主管通話的顧客正在線上等您。',
    '有位要求与经理通话的客户正在线上等您。',
  ),
  opensOnce: text(
    'Who it is and why shows in this browser only, once you open it here.',
    '在這裡開啟後，來電者與原因只會顯示在這個瀏覽器。',
    '在此打开后，来电人与原因只在这个浏览器中显示。',
  ),
  open: text('Open', '開啟', '打开'),
  unknown: text(
    'This link is not valid. Open it exactly as it stands in the mail, or look at your page "Manager".',
    '此連結無效。請完整開啟郵件中的連結，或查看您的「主管」頁面。',
    '此链接无效。请完整打开邮件中的链接，或查看您的“经理”页面。',
  ),
  over: text(
    'This link has ended: 30 minutes after the call, or 4 hours after it was sent. Your page "Manager" has what is left to do.',
    '此連結已失效（通話結束 30 分鐘後，或寄出 4 小時後）。待辦事項請看您的「主管」頁面。',
    '此链接已失效（通话结束 30 分钟后，或发出 4 小时后）。待办事项请看您的“经理”页面。',
  ),
  notTheirs: text(
    'This caller is no longer with you: somebody else has the call, or they are called back.',
    '這位來電者已不在您這裡：由其他人接聽，或將由主管回電。',
    '这位来电人已不在您这里：由其他人接听，或将由经理回电。',
  ),
  used: text(
    'This link was opened in another browser and works only there. If that was not you, tell an administrator.',
    '此連結已在另一個瀏覽器開啟，只能在那裡使用。如果不是您開的，請通知系統管理員。',
    '此链接已在另一个浏览器中打开，只能在那里使用。如果不是您打开的，请告知系统管理员。',
  ),
  tooMany: text(
    'Too many requests. Wait a few seconds and try again.',
    '要求太頻繁，請稍候幾秒再試。',
    '请求太频繁，请稍候几秒再试。',
  ),
  forged: text(
    'This was not sent from the page itself, so nothing was done. Open the link again.',
    '這不是從頁面本身送出的，因此未做任何處理。請重新開啟連結。',
    '这不是从页面本身提交的，因此未做任何处理。请重新打开链接。',
  ),
  nobodyKnown: text('A caller nobody has recognised', '尚未辨識的來電者', '尚未识别的来电人'),
  numberEnds: text('Number ends in', '號碼末三碼', '号码尾号'),
  waited: text('Waited', '等候', '等候'),
  why: text('Why they ask for you', '找您的原因', '找您的原因'),
  from: text('From', '轉接人', '转接人'),
  cases: text('Open cases', '進行中的案件', '未结案件'),
  promises: text('Promised and not done yet', '已承諾而尚未完成', '已承诺但尚未完成'),
  broken: text('late', '逾期', '逾期'),
  contacts: text('Last contacts', '最近聯絡', '最近联系'),
  noWords: text('nothing noted', '沒有紀錄', '没有记录'),
  note: text('What came of it', '結果', '结果'),
  category: text('What it was about', '主題', '主题'),
  said: text('What was said', '談了什麼', '谈了什么'),
  promise: text('What you promise them', '您承諾對方什麼', '您承诺对方什么'),
  promiseHint: text('Empty if nothing was promised', '沒有承諾就留空', '没有承诺就留空'),
  byWhen: text('By when', '何時以前', '何时以前'),
  otherTime: text('Another time', '其他時間', '其他时间'),
  save: text('Save', '儲存', '保存'),
  refresh: text('Refresh', '重新整理', '刷新'),
  saved: text(
    'Saved. It stands on your page "Manager".',
    '已儲存，可在您的「主管」頁面查看。',
    '已保存，可在您的“经理”页面查看。',
  ),
  chooseOutcome: text('Choose what came of it.', '請選擇結果。', '请选择结果。'),
  chooseTime: text('Choose by when you promise it.', '請選擇何時以前完成。', '请选择何时以前完成。'),
  saySomething: text(
    'Write what you promise, or choose no time.',
    '請填寫承諾內容，或不要選時間。',
    '请填写承诺内容，或不要选时间。',
  ),
  noPromise: text('Nothing promised', '沒有承諾', '没有承诺'),
  promiseInThePast: text(
    'The time of the promise has passed. Choose a later one.',
    '承諾時間已過，請選較晚的時間。',
    '承诺时间已过，请选较晚的时间。',
  ),
  changedMeanwhile: text(
    'Somebody has noted it meanwhile. This is how it stands now; nothing of yours was saved.',
    '其他人已先記錄。以下是目前的內容，您的內容未儲存。',
    '其他人已先记录。以下是目前的内容，您的内容未保存。',
  ),
  notNow: text(
    'It can be noted once you have taken the call.',
    '接起電話後才能記錄。',
    '接起电话后才能记录。',
  ),
} satisfies Readonly<Record<string, LocalText>>;

export const popWords = (language: Language): Words =>
  Object.fromEntries(Object.entries(words).map(([word, said]) => [word, said[language]])) as Words;

export const tierWords: Readonly<Record<Tier, LocalText>> = {
  mvc: text('Most valuable customer', '最有價值顧客', '最有价值客户'),
  mgc: text('Most growable customer', '最具成長潛力顧客', '最具成长潜力客户'),
  standard: text('Standard', '一般', '一般'),
  bz: text('Below zero', '低於零', '低于零'),
};

export const reasonWords: Readonly<Record<ManagerRequestReason, LocalText>> = {
  notHelped: text('We could not help so far', '一直沒有得到解決', '一直没有得到解决'),
  promiseBroken: text('A promise was not kept', '承諾沒有兌現', '承诺没有兑现'),
  staff: text('About how somebody treated them', '對服務人員的態度不滿', '对服务人员的态度不满'),
  money: text('About money', '金額問題', '金额问题'),
  safety: text('About safety', '安全問題', '安全问题'),
  asksForIt: text('They ask for a manager', '要求與主管通話', '要求与经理通话'),
};

export const outcomeWords: Readonly<Record<ManagerOutcome, LocalText>> = {
  solved: text('Solved', '已解決', '已解决'),
  promised: text('Promised something', '已承諾', '已承诺'),
  passedOn: text('Passed on', '轉交他人', '转交他人'),
  noSolution: text('No solution', '未能解決', '未能解决'),
  notReached: text('Not reached', '沒聯絡上', '没联系上'),
};

export const whenWords: Readonly<Record<PromiseWhen, LocalText>> = {
  inTwoHours: text('In 2 hours', '2 小時內', '2 小时内'),
  todayAtFive: text('Today', '今天', '今天'),
  tomorrowAtTen: text('Tomorrow', '明天', '明天'),
  inAWeek: text('In a week', '一週內', '一周内'),
};
