import type { ManagerRequestId } from '@ringside/shared/model/ids';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Smartphone } from 'lucide-react';
import { useState } from 'react';
import { z } from 'zod';
import { useCommand } from '../../asking.ts';
import { useText } from '../../i18n/text.ts';
import { useServices } from '../../services.tsx';

const made = z.object({ path: z.string() });

/** LINK-2: the page with the caller for one's own telephone; made anew with each press, because nobody keeps it. */
export function PhoneLink({ requestId }: { readonly requestId: ManagerRequestId }) {
  const t = useText();
  const tell = useCommand();
  const { platform } = useServices();
  const [link, setLink] = useState<string | null>(null);
  const make = async () => {
    const [reply, gateway] = await Promise.all([
      tell({ do: 'manager.link', requestId }),
      platform.gatewayUrl(),
    ]);
    if (reply.ok && gateway !== null) setLink(new URL(made.parse(reply.value).path, gateway).href);
  };
  return (
    <>
      <Button small icon={<Smartphone size={14} aria-hidden />} onPress={() => void make()}>
        {t({ id: 'manager.onPhone' })}
      </Button>
      <Dialog
        isOpen={link !== null}
        title={t({ id: 'manager.onPhone' })}
        closeLabel={t({ id: 'common.close' })}
        onClose={() => setLink(null)}
      >
        <p>{t({ id: 'manager.linkOnce' })}</p>
        <label className="manager-link">
          <span>{t({ id: 'manager.link' })}</span>
          <input
            className="rs-input"
            readOnly
            value={link ?? ''}
            onFocus={(event) => event.currentTarget.select()}
          />
        </label>
      </Dialog>
    </>
  );
}
