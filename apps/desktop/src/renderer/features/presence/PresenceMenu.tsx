import { limitAt } from '@ringside/shared/model/reason-limit';
import { isNextForced, mayMove } from '@ringside/shared/model/presence-transitions';
import type { PresenceView } from '@ringside/shared/protocol/presence';
import type { Reference } from '@ringside/shared/protocol/reference';
import { CallTimer } from '@ringside/ui/CallTimer';
import type { MenuEntry } from '@ringside/ui/Menu';
import { Menu } from '@ringside/ui/Menu';
import { StateBadge, StateShape } from '@ringside/ui/StateShape';
import { ChevronDown, History, LogOut } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useKey } from '../../keys/keys.ts';
import { useMay } from '../../may.ts';
import { useReference } from '../../reference.ts';
import { duration } from '../../wording/time-wording.ts';
import { presenceWords } from '../../wording/words-of-the-model.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import { NextState } from './NextState.tsx';
import { detailOf, presenceShapes } from './presence-wording.ts';
import { ReasonLimit } from './ReasonLimit.tsx';
import { StatesToday } from './StatesToday.tsx';
import { useLimitWarning } from './use-limit-warning.ts';
import './PresenceMenu.css';

/** The agent's own state and the way to change it; during a contact, what comes after it. */
export function PresenceMenu({ onSignOut }: { readonly onSignOut: () => void }) {
  const words = useWords();
  const tell = useCommand();
  const presence = useDesk((s) => s.desk?.presence ?? null);
  const reference = useReference();
  const name = useDesk((s) => s.desk?.me.name ?? '');
  const { takeCalls } = useMay();
  const [isDayShown, setDayShown] = useState(false);
  useLimitWarning();
  useKey('ready', () => void tell({ do: 'presence.ready' }), takeCalls && presence?.state === 'notReady');
  if (!presence) return null;
  if (!takeCalls) return <OwnMenu name={name} onSignOut={onSignOut} />;

  const choose = (id: string) => {
    if (id === 'signOut') return onSignOut();
    if (id === 'states') return setDayShown(true);
    const [when, reason = null] = id.split(':');
    if (when === 'next') void tell({ do: 'presence.next', reason });
    else if (reason === null) void tell({ do: 'presence.ready' });
    else void tell({ do: 'presence.notReady', reason });
  };

  const word = words.t(presenceWords[presence.state]);
  const detail = detailOf(presence, reference, words);
  return (
    <div className="presence-box">
      <Menu
        label={words.t({ id: 'presence.menu' })}
        buttonClass="presence"
        button={
          <>
            <span className="rs-hidden">{words.t({ id: 'presence.menu' })}</span>
            <StateBadge state={presenceShapes[presence.state]}>{word}</StateBadge>
            {detail !== null && <span className="presence-detail">{detail}</span>}
            <Since presence={presence} reference={reference} />
            <ChevronDown size={14} aria-hidden />
          </>
        }
        sections={sectionsOf(presence, reference, words)}
        onChoose={choose}
      />
      <NextState presence={presence} />
      {isDayShown && <StatesToday onClose={() => setDayShown(false)} />}
    </div>
  );
}

function Since({ presence, reference }: { readonly presence: PresenceView; readonly reference: Reference }) {
  const limit = limitAt(presence, reference.notReadyReasons);
  if (limit === null) return <CallTimer since={presence.since} className="presence-since" />;
  return <ReasonLimit since={presence.since} limit={limit} warnBeforeMs={reference.presence.warnBeforeMs} />;
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

/** What the table of presence has for this state; what it forbids can be seen and not pressed. */
function sectionsOf(presence: PresenceView, reference: Reference, words: Words) {
  const { t, language } = words;
  const inContact = mayMove(presence.state, 'chooseNext');
  const prefix = inContact ? 'next' : 'be';
  const chosen = chosenReason(presence);
  const isLocked = isNextForced(presence);
  const ready: MenuEntry = {
    id: prefix,
    name: t(presenceWords.ready),
    icon: <StateShape state="ready" />,
    isDisabled: isLocked || (presence.state === 'notReady' && presence.reason === 'resuming'),
    ...mark(chosen === 'ready'),
  };
  const reasons = reference.notReadyReasons.map(({ reason, name, limitMs }) => ({
    id: `${prefix}:${reason}`,
    name: name[language],
    icon: <StateShape state="notReady" />,
    isDisabled: isLocked,
    ...(limitMs === null ? {} : { aside: duration(limitMs, words) }),
    ...mark(chosen === reason),
  }));
  const states: MenuEntry = {
    id: 'states',
    name: t({ id: 'presence.myStates' }),
    icon: <History size={14} aria-hidden />,
  };
  return [
    {
      id: 'ready',
      title: inContact ? t({ id: 'presence.afterContact' }) : t({ id: 'presence.be' }),
      entries: [ready],
    },
    { id: 'reasons', title: t(presenceWords.notReady), entries: reasons },
    { id: 'leave', title: '', entries: [states, signOutEntry(t)] },
  ];
}

function chosenReason(presence: PresenceView): string | null {
  if (presence.state === 'ready') return 'ready';
  if (presence.state === 'notReady') return presence.reason;
  return mayMove(presence.state, 'chooseNext') && 'callId' in presence ? (presence.next ?? 'ready') : null;
}

const mark = (isChosen: boolean): { aside?: string; isChosen: boolean } =>
  isChosen ? { aside: '✓', isChosen } : { isChosen };
