import type { ContactView } from '@ringside/shared/protocol/contact';
import { CallTimer } from '@ringside/ui/CallTimer';
import { Countdown } from '@ringside/ui/Countdown';
import type { ShownState } from '@ringside/ui/StateShape';
import { StateShape } from '@ringside/ui/StateShape';
import { isOffered, whoCalls } from '../../contacts.ts';
import { useDesk } from '../../desk.ts';
import { useGo } from '../../navigation.ts';
import { queueName, useReference } from '../../reference.ts';
import type { Words } from '../../wording/words.ts';
import { useWords } from '../../wording/words.ts';
import './OpenContacts.css';

const shapes: Record<ContactView['state']['is'], ShownState> = {
  offered: 'ringing',
  dialling: 'ringing',
  talking: 'onCall',
  held: 'ringing',
  reconnecting: 'breach',
  wrapUp: 'wrapUp',
};

/** One row for each contact that is open at this desk; its page stays as it was left. */
export function OpenContacts({ shown }: { readonly shown: string | null }) {
  const words = useWords();
  const go = useGo();
  const contacts = useDesk((s) => s.desk?.contacts);
  const open = contacts?.filter((contact) => !isOffered(contact)) ?? [];
  return (
    <section className="open-list" aria-label={words.t({ id: 'contacts.open' })}>
      <h2>{words.t({ id: 'contacts.open' })}</h2>
      {open.length === 0 && <p className="list-none">{words.t({ id: 'contacts.none' })}</p>}
      <ul className="open-contacts">
        {open.map((contact) => (
          <li key={contact.callId}>
            <button
              type="button"
              className="list-row"
              aria-current={shown === contact.callId ? 'page' : undefined}
              onClick={() => go.contact(contact.callId)}
            >
              <StateShape state={shapes[contact.state.is]} />
              <span className="list-name">{whoCalls(contact, words)}</span>
              <ContactTime contact={contact} />
              <Under contact={contact} words={words} />
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function ContactTime({ contact }: { readonly contact: ContactView }) {
  const until = useDesk(({ desk }) => (desk?.presence.state === 'wrapUp' ? desk.presence.until : null));
  if (contact.state.is === 'offered') return null;
  if (contact.state.is === 'wrapUp' && until !== null)
    return <Countdown until={until} className="list-time" />;
  return <CallTimer since={contact.state.since} className="list-time" />;
}

function Under({ contact, words }: { readonly contact: ContactView; readonly words: Words }) {
  const reference = useReference();
  const where = queueName(contact.queueId, reference, words) ?? words.t({ id: 'contacts.outbound' });
  return <span className="list-under">{`${stateWord(contact, words)} · ${where}`}</span>;
}

function stateWord({ state }: ContactView, { t }: Words): string {
  switch (state.is) {
    case 'offered':
      return t({ id: 'presence.reserved' });
    case 'dialling':
      return t({ id: 'bar.dialling' });
    case 'talking':
      return t({ id: 'presence.onCall' });
    case 'held':
      return t({ id: 'bar.held' });
    case 'reconnecting':
      return t({ id: 'bar.reconnecting' });
    case 'wrapUp':
      return t({ id: 'presence.wrapUp' });
  }
}
