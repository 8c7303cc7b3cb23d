import { Notice } from '@ringside/ui/Notice';
import { useDesk } from '../../desk.ts';
import { useText } from '../../i18n/text.ts';
import { seenSentences } from './supervision-words.ts';

/** SUP-4: the agent sees who in charge is in the call, and who hears them. */
export function InYourCall() {
  const t = useText();
  const contacts = useDesk((s) => s.desk?.contacts);
  const seen = (contacts ?? []).flatMap(({ supervisors }) => supervisors);
  return seen.map(({ name, mode }) => (
    <Notice
      key={name}
      tone={mode === 'listen' ? 'info' : 'warn'}
      role="status"
      title={t(seenSentences[mode], { name })}
    >
      {mode === 'whisper' && t({ id: 'supervision.seenWhisperWhy' })}
      {mode === 'barge' && t({ id: 'supervision.seenBargeWhy' })}
    </Notice>
  ));
}
