/* oxlint-disable jsx-a11y/no-noninteractive-tabindex, jsx-a11y/no-noninteractive-element-interactions -- what scrolls must be reached by key (WCAG 2.1.1); each of its keys has a button too */
import { Button, IconButton } from '@ringside/ui/Button';
import { Maximize, Minimize, ZoomIn, ZoomOut } from 'lucide-react';
import type { CSSProperties, KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useWords } from '../../wording/words.ts';
import { useDragged } from './use-dragged.ts';
import { useWholeScreen } from './use-whole-screen.ts';
import type { Zoom } from './use-zoom.ts';
import { useZoom } from './use-zoom.ts';
import './zoomed.css';

interface ZoomedProps {
  readonly label: string;
  /** of the drawing at 100 % */
  readonly width: number;
  readonly height: number;
  /** one `<svg>`; its words take `--zoomed-text` as their size in its own units */
  readonly children: ReactNode;
}

/** A drawing larger than its place: whole at first, then nearer and farther by button, key, wheel and drag. */
export function Zoomed({ label, width, height, children }: ZoomedProps) {
  const frame = useRef<HTMLDivElement>(null);
  const zoom = useZoom(frame, width, height);
  useDragged(frame);
  const size = { width: width * zoom.scale, height: height * zoom.scale };
  const look = { ...size, '--zoomed-text': textSize(zoom.scale) } as CSSProperties;
  return (
    <div className="zoomed">
      <Tools zoom={zoom} />
      <div
        ref={frame}
        className="zoomed-frame"
        tabIndex={0}
        role="group"
        aria-label={label}
        onKeyDown={(event) => actOf(event, zoom)?.()}
      >
        <div className={zoom.scale < far ? 'zoomed-drawing zoomed-far' : 'zoomed-drawing'} style={look}>
          {children}
        </div>
      </div>
    </div>
  );
}

function Tools({ zoom }: { readonly zoom: Zoom }) {
  const { t, language } = useWords();
  const tools = useRef<HTMLDivElement>(null);
  const whole = useWholeScreen(tools);
  const percent = new Intl.NumberFormat(language, { style: 'percent' }).format(zoom.scale);
  return (
    <div className="zoomed-tools" ref={tools}>
      <IconButton
        small
        label={t({ id: 'admin.zoomOut' })}
        keys="−"
        icon={<ZoomOut size={16} aria-hidden />}
        isDisabled={!zoom.canGoOut}
        onPress={zoom.out}
      />
      <output>{percent}</output>
      <IconButton
        small
        label={t({ id: 'admin.zoomIn' })}
        keys="+"
        icon={<ZoomIn size={16} aria-hidden />}
        isDisabled={!zoom.canGoIn}
        onPress={zoom.in}
      />
      <Button small look="quiet" keys="0" isDisabled={zoom.isFit} onPress={zoom.fit}>
        {t({ id: 'admin.zoomFit' })}
      </Button>
      <Button
        small
        look="quiet"
        icon={whole.isOn ? <Minimize size={14} aria-hidden /> : <Maximize size={14} aria-hidden />}
        onPress={whole.toggle}
      >
        {t({ id: whole.isOn ? 'admin.wholeScreenLeave' : 'admin.wholeScreen' })}
      </Button>
    </div>
  );
}

/** What a key does while the drawing has the focus; the arrows scroll it by themselves. */
function actOf(event: KeyboardEvent, zoom: Zoom): (() => void) | null {
  if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey || event.altKey) return null;
  switch (event.key) {
    case '+':
    case '=':
      return zoom.in;
    case '-':
      return zoom.out;
    case '0':
      return zoom.fit;
    default:
      return null;
  }
}

/** Below this, names alone are shown, and larger. */
const far = 0.75;
const usual = 13;
const readable = 11;
const largest = 19;
/** In the drawing's units: what is far away is written larger, as far as its box has room. */
const textSize = (scale: number): number =>
  scale < far ? Math.min(largest, Math.max(usual, readable / scale)) : usual;
