import type { PresenceView } from '@ringside/shared/protocol/presence';
import { systemReasons } from '@ringside/shared/model/presence';
import type { SystemReason } from '@ringside/shared/model/presence';
import { CallTimer } from '@ringside/ui/CallTimer';
import type { MenuEntry } from '@ringside/ui/Menu';
import { Menu } from '@ringside/ui/Menu';
import type { ShownState } from '@ringside/ui/StateShape';
import { StateBadge, StateShape } from '@ringside/ui/StateShape';
import { ChevronDown, LogOut } from 'lucide-react';
import { useCommand } from '../../asking.ts';
import type { Reference } from '@ringside/shared/protocol/reference';
import { useDesk } from '../../desk.ts';
import { useKey } from '../../keys/keys.ts';
import { useMay } from '../../may.ts';
import { useReference } from '../../reference.ts';
import { presenceWords, systemReasonWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { nameOf, useWords } from '../../wording/words.ts';
import './PresenceMenu.css';

const shapes: Record<PresenceView['state'], ShownState> = {
  signedOut: 'offline',
  notReady: 'notReady',
  ready: 'ready',
  reserved: 'ringing',
  onCall: 'onCall',
  wrapUp: 'wrapUp',
};

/** The agent's own state and the way to change it; during a contact, what comes after it. */
export function PresenceMenu({ onSignOut }: { readonly onSignOut: () => void }) {
  const words = useWords();
  const tell = useCommand();
  const presence = useDesk((s) => s.desk?.presence ?? null);
  const reference = useReference();
  const name = useDesk((s) => s.desk?.me.name ?? '');
  const { takeCalls } = useMay();
  useKey('ready', () => void tell({ do: 'presence.ready' }), takeCalls && presence?.state === 'notReady');
  if (!presence) return null;
  if (!takeCalls) return <OwnMenu name={name} onSignOut={onSignOut} />;

  const choose = (id: string) => {
    if (id === 'signOut') return onSignOut();
    const [when, reason = null] = id.split(':');
    if (when === 'next') void tell({ do: 'presence.next', reason });
    else if (reason === null) void tell({ do: 'presence.ready' });
    else void tell({ do: 'presence.notReady', reason });
  };

  const word = words.t(presenceWords[presence.state]);
  const detail = detailOf(presence, reference, words);
  return (
    <Menu
      label={words.t({ id: 'presence.menu' })}
      buttonClass="presence"
      button={
        <>
          <span className="rs-hidden">{words.t({ id: 'presence.menu' })}</span>
          <StateBadge state={shapes[presence.state]}>{word}</StateBadge>
          {detail && <span className="presence-detail">{detail}</span>}
          <CallTimer since={presence.since} className="presence-since" />
          <ChevronDown size={14} aria-hidden />
        </>
      }
      sections={sectionsOf(presence, reference, words)}
      onChoose={choose}
    />
  );
}

/** Who takes no calls has no state to choose, and signs out in the same place. */
function OwnMenu({ name, onSignOut }: { readonly name: string; readonly onSignOut: () => void }) {
  const { t } = useWords();
  return (
    <Menu
      label={name}
      buttonClass="presence"
      button={
        <>
          <span>{name}</span>
          <ChevronDown size={14} aria-hidden />
        </>
      }
      sections={[{ id: 'leave', title: '', entries: [signOutEntry(t)] }]}
      onChoose={onSignOut}
    />
  );
}

const signOutEntry = (t: Words['t']): MenuEntry => ({
  id: 'signOut',
  name: t({ id: 'presence.signOut' }),
  icon: <LogOut size={14} aria-hidden />,
});

/** The reason of Not ready, or what comes next. */
function detailOf(presence: PresenceView, reference: Reference, words: Words): string | null {
  if (presence.state === 'notReady') return reasonName(presence.reason, reference, words);
  if ((presence.state === 'onCall' || presence.state === 'wrapUp') && presence.next !== null) {
    return words.t({ id: 'presence.then' }, { next: reasonName(presence.next, reference, words) });
  }
  return null;
}

function reasonName(reason: string, { notReadyReasons }: Reference, words: Words): string {
  const isSystem = (word: string): word is SystemReason => systemReasons.some((known) => known === word);
  if (isSystem(reason)) return words.t(systemReasonWords[reason]);
  return nameOf(notReadyReasons, (item) => item.reason === reason, reason, words.language);
}

function sectionsOf(presence: PresenceView, reference: Reference, { t, language }: Words) {
  const inContact =
    presence.state === 'onCall' || presence.state === 'wrapUp' || presence.state === 'reserved';
  const prefix = inContact ? 'next' : 'be';
  const chosen = chosenReason(presence);
  const ready: MenuEntry = {
    id: prefix,
    name: t(presenceWords.ready),
    icon: <StateShape state="ready" />,
    ...mark(chosen === 'ready'),
  };
  const reasons = reference.notReadyReasons.map(({ reason, name }) => ({
    id: `${prefix}:${reason}`,
    name: name[language],
    icon: <StateShape state="notReady" />,
    ...mark(chosen === reason),
  }));
  return [
    {
      id: 'ready',
      title: inContact ? t({ id: 'presence.afterContact' }) : t({ id: 'presence.be' }),
      entries: [ready],
    },
    { id: 'reasons', title: t(presenceWords.notReady), entries: reasons },
    { id: 'leave', title: '', entries: [signOutEntry(t)] },
  ];
}

function chosenReason(presence: PresenceView): string | null {
  if (presence.state === 'ready') return 'ready';
  if (presence.state === 'notReady') return presence.reason;
  if (presence.state === 'onCall' || presence.state === 'wrapUp') return presence.next ?? 'ready';
  return null;
}

const mark = (isChosen: boolean): { aside?: string; isChosen: boolean } =>
  isChosen ? { aside: '✓', isChosen } : { isChosen };
