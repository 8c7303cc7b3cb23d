import { handReasons } from '@ringside/shared/model/hand';
import type { ContactView } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Hand } from 'lucide-react';
import { useState } from 'react';
import { useCommand } from '../../asking.ts';
import { useDesk } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';
import { useKey, useShownKeys } from '../../keys/keys.ts';
import { handReasonWords } from '../../wording/hand-wording.ts';
import './Help.css';

/** HELP-1: the button in the call bar; once the hand is up it says who comes, and lowers it. */
export function RaiseHand() {
  const t = useText();
  const contact = useDesk(({ desk }) => (desk?.contacts ?? []).find(hasCaller) ?? null);
  const tell = useCommand();
  const [isOpen, setOpen] = useState(false);
  const keys = useShownKeys('raiseHand');
  const hand = contact?.hand ?? null;
  useKey('raiseHand', () => setOpen(true), contact !== null && hand === null);
  const callId = contact?.callId ?? null;
  if (callId !== null && hand !== null) {
    return (
      <span className="raise-hand">
        <Button
          look="primary"
          icon={<Hand size={16} aria-hidden />}
          aria-label={`${stateOf(hand, t)}. ${t({ id: 'hand.lower' })}`}
          onPress={() => void tell({ do: 'hand.lower', callId })}
        >
          <span role="status">{stateOf(hand, t)}</span>
        </Button>
      </span>
    );
  }
  return (
    <span className="raise-hand">
      <Button
        icon={<Hand size={16} aria-hidden />}
        keys={keys}
        isDisabled={callId === null}
        onPress={() => setOpen(true)}
      >
        {t({ id: 'hand.ask' })}
      </Button>
      <Dialog
        title={t({ id: 'hand.title' })}
        closeLabel={t({ id: 'common.close' })}
        isOpen={isOpen && callId !== null}
        onClose={() => setOpen(false)}
      >
        <div className="hand-reasons">
          {handReasons.map((reason, nth) => (
            <Button
              key={reason}
              // oxlint-disable-next-line jsx-a11y/no-autofocus -- a question that was asked for takes the keys
              autoFocus={nth === 0}
              onPress={() => {
                setOpen(false);
                if (callId !== null) void tell({ do: 'hand.raise', callId, reason });
              }}
            >
              {t(handReasonWords[reason])}
            </Button>
          ))}
        </div>
      </Dialog>
    </span>
  );
}

const hasCaller = ({ state: { is } }: ContactView): boolean =>
  is === 'talking' || is === 'held' || is === 'reconnecting';

const stateOf = ({ takenBy }: NonNullable<ContactView['hand']>, t: ReturnType<typeof useText>): string =>
  takenBy === null ? t({ id: 'hand.raised' }) : t({ id: 'hand.comes' }, { name: takenBy });
