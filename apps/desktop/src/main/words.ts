import type { Language, LocalText } from '@ringside/shared/model/language';
import type { PresenceState } from '@ringside/shared/model/presence';

export type TrayState = PresenceState | 'offline';

/** The few words the main process itself shows; all others come from the page. */
export const presenceWords: Readonly<Record<TrayState, LocalText>> = {
  signedOut: { en: 'Signed out', 'zh-Hant': '未登入', 'zh-Hans': '未登录' },
  notReady: { en: 'Not ready', 'zh-Hant': '未就緒', 'zh-Hans': '未就绪' },
  ready: { en: 'Ready', 'zh-Hant': '就緒', 'zh-Hans': '就绪' },
  reserved: { en: 'Ringing', 'zh-Hant': '來電中', 'zh-Hans': '来电中' },
  onCall: { en: 'On call', 'zh-Hant': '通話中', 'zh-Hans': '通话中' },
  wrapUp: { en: 'Wrap-up', 'zh-Hant': '話後處理', 'zh-Hans': '话后处理' },
  offline: { en: 'Offline', 'zh-Hant': '離線', 'zh-Hans': '离线' },
};

export const trayWords = {
  open: { en: 'Open Ringside', 'zh-Hant': '開啟 Ringside', 'zh-Hans': '打开 Ringside' },
  quit: { en: 'Quit', 'zh-Hant': '結束', 'zh-Hans': '退出' },
} satisfies Record<string, LocalText>;

export const crashWords = {
  title: {
    en: 'Ringside keeps stopping',
    'zh-Hant': 'Ringside 不斷停止運作',
    'zh-Hans': 'Ringside 不断停止运行',
  },
  detail: {
    en: 'The page stopped four times within a minute. Your calls are kept by the gateway. Try again; if it goes on, tell your administrator.',
    'zh-Hant': '頁面在一分鐘內停止了四次。您的通話由閘道保留。請再試一次；若仍發生，請通知系統管理員。',
    'zh-Hans': '页面在一分钟内停止了四次。您的通话由网关保留。请重试；若仍发生，请通知系统管理员。',
  },
  again: { en: 'Try again', 'zh-Hant': '再試一次', 'zh-Hans': '重试' },
  quit: trayWords.quit,
} satisfies Record<string, LocalText>;

/** The product's language for a system's locale: Taiwan, Hong Kong and Macao read Traditional Chinese. */
export function languageOf(locale: string): Language {
  const tag = locale.toLowerCase();
  if (!tag.startsWith('zh')) return 'en';
  return /hant|tw|hk|mo/.test(tag) ? 'zh-Hant' : 'zh-Hans';
}
