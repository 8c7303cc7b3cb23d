import type { ContactView } from '@ringside/shared/protocol/contact';
import { Button } from '@ringside/ui/Button';
import { CircleHelp } from 'lucide-react';
import { useText } from '../../i18n/text.ts';
import { useGo } from '../../navigation.ts';

/** From a contact to why it came here. A call the agent made needs no reason. */
export function WhyMe({ contact }: { readonly contact: ContactView }) {
  const t = useText();
  const go = useGo();
  if (contact.queueId === null) return null;
  return (
    <p className="why-me">
      <Button
        small
        look="quiet"
        icon={<CircleHelp size={14} aria-hidden />}
        onPress={() => go.callPath(contact.callId)}
      >
        {t({ id: 'path.whyMe' })}
      </Button>
    </p>
  );
}
