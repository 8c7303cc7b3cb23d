import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Checkbox, TextField } from '@ringside/ui/Field';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Select } from '@ringside/ui/Select';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import { useText } from '../../i18n/text.ts';
import { agentColumnWords, queueColumnWords, sectionWords } from './board-words.ts';
import type { Thresholds } from './levels.ts';
import type { Layout, Layouts } from './settings.ts';
import { agentColumns, queueColumns, sections } from './settings.ts';

interface LayoutDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly layouts: Layouts;
}

/** BOARD-7: what the board shows this person, and from when on it warns them; what they change holds at once. */
export function LayoutDialog({ isOpen, onClose, layouts }: LayoutDialogProps) {
  const t = useText();
  const { layout, change } = layouts;
  return (
    <Dialog
      title={t({ id: 'layout.title' })}
      closeLabel={t({ id: 'common.close' })}
      isOpen={isOpen}
      onClose={onClose}
      wide
    >
      <div className="board-layout">
        <WhichLayout layouts={layouts} />
        <Ticks
          title={t({ id: 'layout.sections' })}
          all={sections}
          chosen={layout.sections}
          words={sectionWords}
          onChange={(chosen) => change({ sections: chosen })}
        />
        <SegmentedControl
          label={t({ id: 'layout.queuesAs' })}
          segments={[
            { value: 'auto', name: t({ id: 'layout.auto' }) },
            { value: 'tiles', name: t({ id: 'layout.tiles' }) },
            { value: 'table', name: t({ id: 'layout.table' }) },
          ]}
          chosen={layout.queuesAs}
          onChoose={(queuesAs) => change({ queuesAs })}
        />
        <Ticks
          title={t({ id: 'layout.queueColumns' })}
          all={queueColumns}
          chosen={layout.queueColumns}
          words={queueColumnWords}
          onChange={(chosen) => change({ queueColumns: chosen })}
        />
        <Ticks
          title={t({ id: 'layout.agentColumns' })}
          all={agentColumns}
          chosen={layout.agentColumns}
          words={agentColumnWords}
          onChange={(chosen) => change({ agentColumns: chosen })}
        />
        <Limits layout={layout} change={change} />
        <fieldset className="board-layout-set">
          <legend>{t({ id: 'layout.onRed' })}</legend>
          <Checkbox isOn={layout.sound} onChange={(sound) => change({ sound })}>
            {t({ id: 'layout.sound' })}
          </Checkbox>
          <Checkbox isOn={layout.notify} onChange={(notify) => change({ notify: askFor(notify) })}>
            {t({ id: 'layout.notify' })}
          </Checkbox>
        </fieldset>
      </div>
    </Dialog>
  );
}

/** The browser asks only when a person has just pressed something. */
function askFor(notify: boolean): boolean {
  if (notify && 'Notification' in window && Notification.permission === 'default')
    void Notification.requestPermission();
  return notify;
}

function WhichLayout({ layouts }: { readonly layouts: Layouts }) {
  const t = useText();
  const { all, current, layout, choose, change, add, remove } = layouts;
  const nameOf = (one: Layout, nth: number) =>
    one.name === '' ? t({ id: 'layout.usual' }, { number: nth + 1 }) : one.name;
  return (
    <div className="board-layout-which">
      <Select
        label={t({ id: 'layout.which' })}
        placeholder=""
        choices={all.map((one, nth) => ({ id: String(nth), name: nameOf(one, nth) }))}
        chosen={String(current)}
        onChoose={(id) => choose(Number(id))}
      />
      <TextField
        label={t({ id: 'layout.name' })}
        value={layout.name}
        maxLength={60}
        onChange={(name) => change({ name })}
      />
      <Button onPress={() => add(t({ id: 'layout.copyOf' }, { name: nameOf(layout, current) }).slice(0, 60))}>
        {t({ id: 'layout.add' })}
      </Button>
      <Button look="quiet" onPress={remove}>
        {all.length === 1 ? t({ id: 'layout.reset' }) : t({ id: 'layout.remove' })}
      </Button>
    </div>
  );
}

interface TicksProps<Id extends string> {
  readonly title: string;
  readonly all: readonly Id[];
  readonly chosen: readonly Id[];
  readonly words: Readonly<Record<Id, Message>>;
  readonly onChange: (chosen: Id[]) => void;
}

function Ticks<Id extends string>({ title, all, chosen, words, onChange }: TicksProps<Id>) {
  const t = useText();
  return (
    <fieldset className="board-layout-set">
      <legend>{title}</legend>
      {all.map((id) => (
        <Checkbox
          key={id}
          isOn={chosen.includes(id)}
          onChange={(isOn) => onChange(all.filter((one) => (one === id ? isOn : chosen.includes(one))))}
        >
          {t(words[id])}
        </Checkbox>
      ))}
    </fieldset>
  );
}

const limitWords: Record<keyof Thresholds, Message> = defineMessages({
  waitingAmber: { id: 'layout.waitingAmber' },
  waitingRed: { id: 'layout.waitingRed' },
  longestAmberSeconds: { id: 'layout.longestAmber' },
  longestRedSeconds: { id: 'layout.longestRed' },
  levelAmberPercent: { id: 'layout.levelAmber' },
  levelRedPercent: { id: 'layout.levelRed' },
});
const limits = Object.keys(limitWords) as readonly (keyof Thresholds)[];

/** Left empty, the queue's own rule holds. */
function Limits({
  layout,
  change,
}: {
  readonly layout: Layout;
  readonly change: (to: Partial<Layout>) => void;
}) {
  const t = useText();
  const set = (which: keyof Thresholds, text: string) => {
    const value = text.trim() === '' ? null : Number(text);
    if (value !== null && (!Number.isFinite(value) || value < 0)) return;
    change({ thresholds: { ...layout.thresholds, [which]: value } });
  };
  return (
    <fieldset className="board-layout-set board-layout-limits">
      <legend>{t({ id: 'layout.limits' })}</legend>
      <p>{t({ id: 'layout.limitsNote' })}</p>
      {limits.map((which) => (
        <TextField
          key={which}
          label={t(limitWords[which])}
          inputMode="numeric"
          placeholder={t({ id: 'layout.queueRule' })}
          value={layout.thresholds[which] === null ? '' : String(layout.thresholds[which])}
          onChange={(text) => set(which, text)}
        />
      ))}
    </fieldset>
  );
}
