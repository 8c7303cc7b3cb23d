import { IconButton } from '@ringside/ui/Button';
import { Notice } from '@ringside/ui/Notice';
import { X } from 'lucide-react';
import { useText } from '../i18n/text.ts';
import { unsay, useNotices } from './notices.ts';
import './Notices.css';

export function Notices() {
  const t = useText();
  const notices = useNotices((s) => s.notices);
  return (
    <div className="notices" aria-live="polite" role="region" aria-label={t({ id: 'notices.label' })}>
      {notices.map(({ id, tone, message, values }) => (
        <Notice
          key={id}
          tone={tone}
          title={t(message, values)}
          action={
            <IconButton
              small
              label={t({ id: 'common.close' })}
              icon={<X size={16} aria-hidden />}
              onPress={() => unsay(id)}
            />
          }
        />
      ))}
    </div>
  );
}
