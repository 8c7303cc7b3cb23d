import { customerCard } from '@ringside/shared/protocol/customer';
import { asId } from '@ringside/shared/model/ids';
import type { PaletteEntry } from '@ringside/ui/Palette';
import { Palette } from '@ringside/ui/Palette';
import { ArrowRight, Keyboard, User } from 'lucide-react';
import { useDeferredValue, useState } from 'react';
import { defineMessages } from 'react-intl';
import { z } from 'zod';
import { useAnswer } from '../../asking.ts';
import type { Message } from '../../i18n/text.ts';
import type { Action } from '../../keys/actions.ts';
import { actions, actionWords } from '../../keys/actions.ts';
import { canPerform, keysOf, perform, shownKeys, useKey } from '../../keys/keys.ts';
import type { May } from '../../may.ts';
import { isFor, useMay } from '../../may.ts';
import type { Page } from '../../navigation.ts';
import { pages, useGo } from '../../navigation.ts';
import { tierWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

const cards = z.array(customerCard);
const pageWords: Record<Page, Message> = defineMessages({
  '/': { id: 'nav.desk' },
  '/search': { id: 'nav.customers' },
  '/tasks': { id: 'nav.tasks' },
  '/cases': { id: 'nav.cases' },
  '/calls': { id: 'nav.calls' },
  '/queues': { id: 'nav.queues' },
  '/day': { id: 'day.title' },
  '/my-day': { id: 'myDay.title' },
  '/board': { id: 'nav.board' },
  '/floor': { id: 'board.floorScreen' },
  '/reports': { id: 'nav.reports' },
  '/managers': { id: 'nav.managers' },
  '/rota': { id: 'nav.rota' },
  '/manager': { id: 'nav.manager' },
  '/causes': { id: 'nav.causes' },
  '/load': { id: 'nav.load' },
  '/compensation': { id: 'nav.compensation' },
  '/administration': { id: 'nav.administration' },
  '/settings': { id: 'nav.settings' },
});

/** Customers, places and everything that has a key, by typing. */
export function CommandPalette() {
  const { t } = useWords();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const go = useGo();
  useKey('palette', () => setOpen(true));
  const may = useMay();
  const customers = useCustomers(isOpen && may.seeCustomers ? text : '');
  const close = () => {
    setOpen(false);
    setText('');
  };
  const choose = (id: string) => {
    close();
    const [kind, rest] = splitOnce(id);
    if (kind === 'customer') go.customer(asId<'customer'>(rest));
    if (kind === 'page') go.page(rest as Page);
    // The palette must be gone before the action looks at what is focused.
    if (kind === 'action') setTimeout(() => perform(rest as Action), 0);
  };
  const matching = (entries: PaletteEntry[]) =>
    entries.filter((entry) => entry.name.toLocaleLowerCase().includes(text.trim().toLocaleLowerCase()));
  const sections = [
    { id: 'customers', title: t({ id: 'nav.customers' }), entries: customers },
    { id: 'actions', title: t({ id: 'palette.actions' }), entries: matching(actionEntries(isOpen, t)) },
    { id: 'pages', title: t({ id: 'palette.pages' }), entries: matching(pageEntries(may, t)) },
  ].filter((section) => section.entries.length > 0);

  return (
    <Palette
      label={t({ id: 'palette.label' })}
      isOpen={isOpen}
      onClose={close}
      text={text}
      onText={setText}
      sections={sections}
      onChoose={choose}
      none={t({ id: 'palette.none' })}
    />
  );
}

function useCustomers(text: string): PaletteEntry[] {
  const { t } = useWords();
  const asked = useDeferredValue(text.trim().slice(0, 100));
  const found = useAnswer(asked === '' ? null : { ask: 'customer.search', text: asked }, cards);
  return (found.value ?? []).slice(0, 8).map((card) => ({
    id: `customer ${card.customerId}`,
    name: [card.name.written, card.name.spoken].filter(Boolean).join(' · '),
    icon: <User size={16} aria-hidden />,
    aside: t(tierWords[card.tier.tier]),
  }));
}

function actionEntries(isOpen: boolean, t: ReturnType<typeof useWords>['t']): PaletteEntry[] {
  if (!isOpen) return [];
  return actions
    .filter((action) => action !== 'palette' && canPerform(action))
    .map((action) => ({
      id: `action ${action}`,
      name: t(actionWords[action]),
      icon: <Keyboard size={16} aria-hidden />,
      aside: shownKeys(keysOf(action)),
    }));
}

const pageEntries = (may: May, t: ReturnType<typeof useWords>['t']): PaletteEntry[] =>
  pages
    .filter((page) => isFor(may, page))
    .map((page) => ({
      id: `page ${page}`,
      name: t(pageWords[page]),
      icon: <ArrowRight size={16} aria-hidden />,
    }));

function splitOnce(id: string): [string, string] {
  const at = id.indexOf(' ');
  return [id.slice(0, at), id.slice(at + 1)];
}
