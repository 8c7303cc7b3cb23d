/** The last resort: the page could not be put together, so plain words stand where it would be. */
export function showBootstrapFault(fault: unknown): void {
  const root = document.getElementById('root') ?? document.body;
  const sentence = document.createElement('p');
  sentence.lang = 'en';
  sentence.textContent =
    'Ringside could not start on this page. Reload it; if it stays so, give the text below to your administrator.';
  const chinese = document.createElement('p');
  chinese.lang = 'zh-Hant';
  chinese.textContent = 'Ringside 無法啟動，請重新載入；若仍發生，請將下列文字交給系統管理員。';
  const simplified = document.createElement('p');
  simplified.lang = 'zh-Hans';
  simplified.textContent = 'Ringside 无法启动，请重新加载；若仍发生，请将以下文字交给系统管理员。';
  const detail = document.createElement('pre');
  detail.textContent = fault instanceof Error ? `${fault.name}: ${fault.message}` : String(fault);
  const alert = document.createElement('div');
  alert.setAttribute('role', 'alert');
  alert.append(sentence, chinese, simplified, detail);
  root.replaceChildren(alert);
}
