/**
 * What only Electron can do, asked through one interface. In a browser `browserPlatform` answers as far as a page can.
 */
export interface Platform {
  readonly kind: 'electron' | 'browser';
  /** where the gateway is; in a browser the page's own origin */
  gatewayUrl(): Promise<string>;
  setGatewayUrl(url: string): Promise<void>;
  /** draws attention to an offer: window flash, OS notification, mini call window. Null ends it. */
  attend(offer: { readonly callId: string; readonly title: string; readonly body: string } | null): void;
  /** tells by the system, where the desk is not in front, what is no call; null takes it back */
  remind(reminder: { readonly title: string; readonly body: string } | null): void;
  /** the call bar for the mini call window while another window is in front */
  showCall(
    call: {
      readonly name: string;
      readonly since: number;
      readonly muted: boolean;
      readonly held: boolean;
      /** what comes after the call, in words; null: Ready */
      readonly next: string | null;
    } | null,
  ): void;
  keepSecret(name: 'session', value: string | null): Promise<void>;
  readSecret(name: 'session'): Promise<string | null>;
  /** the letter that is shown as a PDF; null where only the browser's own print dialog makes one */
  readonly letterPdf: (() => Promise<Uint8Array<ArrayBuffer>>) | null;
  /** tel:, sip: and callto: links opened elsewhere */
  onDial(dial: (number: string) => void): () => void;
  onPower(heard: (event: 'suspend' | 'resume') => void): () => void;
  /** OS-global keys while a call exists */
  onGlobalKey(pressed: (key: 'answer' | 'mute') => void): () => void;
  onNotificationAnswer(answer: (callId: string) => void): () => void;
}
