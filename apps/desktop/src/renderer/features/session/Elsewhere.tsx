import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { useText } from '../../i18n/text.ts';
import { useServices } from '../../services.tsx';
import { openDesk, useSession } from './session.ts';

/** The question asked where the same person is signed in at another desk: one station per agent, never two by accident. */
export function Elsewhere() {
  const t = useText();
  const services = useServices();
  const leave = () => {
    void services.link.stayAway();
    useSession.setState({ session: { at: 'signedOut', why: null } });
  };
  return (
    <Dialog
      mustAnswer
      isOpen
      onClose={leave}
      closeLabel={t({ id: 'common.close' })}
      title={t({ id: 'elsewhere.title' })}
    >
      <p>{t({ id: 'elsewhere.why' })}</p>
      <div className="rs-dialog-foot">
        <Button onPress={leave}>{t({ id: 'elsewhere.leave' })}</Button>
        <Button look="primary" onPress={() => openDesk(services, true)}>
          {t({ id: 'elsewhere.takeOver' })}
        </Button>
      </div>
    </Dialog>
  );
}

export function Opening({ isLost }: { readonly isLost: boolean }) {
  const t = useText();
  return (
    <main className="opening" aria-live="polite">
      <p>{isLost ? t({ id: 'opening.lost' }) : t({ id: 'opening.connecting' })}</p>
    </main>
  );
}
