import '../no-eval.ts';
import type { MiniView } from '../../ipc/contract.ts';
import { miniView } from '../../ipc/contract.ts';
import { bridge } from '../bridge.ts';
import { miniText } from './mini-words.ts';

const desk = bridge();
if (desk) void runMini(desk);

async function runMini({
  miniView: ask,
  miniPressed,
  onMiniChanged,
}: NonNullable<ReturnType<typeof bridge>>): Promise<void> {
  const [open, act] = [button('open'), button('act')];
  let view: MiniView | null = null;
  const show = (next: MiniView): void => {
    view = next;
    document.documentElement.lang = next.language;
    paint();
    text('spoken', next.offer ? `${next.offer.title} ${next.offer.body}` : '');
  };
  const paint = (): void => {
    if (!view) return;
    const shown = miniText(view, Date.now());
    document.body.dataset['is'] = shown.is;
    text('name', shown.name);
    text('detail', shown.detail);
    act.hidden = shown.act === null;
    act.textContent = shown.act?.label ?? '';
    act.onclick = () => shown.act && void miniPressed(shown.act.does);
  };
  open.onclick = () => void miniPressed('open');
  onMiniChanged((message) => show(miniView.parse(message)));
  setInterval(paint, 1000);
  show(miniView.parse(await ask()));
}

function button(id: string): HTMLButtonElement {
  return document.getElementById(id) as HTMLButtonElement;
}

function text(id: string, words: string): void {
  const element = document.getElementById(id);
  if (element && element.textContent !== words) element.textContent = words;
}
