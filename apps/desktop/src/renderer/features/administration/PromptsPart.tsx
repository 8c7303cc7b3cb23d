import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { TextField } from '@ringside/ui/Field';
import type { Column } from '@ringside/ui/Table';
import { Mic, Play, Square, Upload } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import { faultText, problemMessage } from './administration-words.ts';
import type { NamedItem } from './centre-context.ts';
import { FileButton } from './FileButton.tsx';
import { promptForm } from './forms-of-lists.ts';
import { recordVoice } from './record-voice.ts';
import type { VoiceRecording } from './record-voice.ts';
import { SectionPart } from './SectionPart.tsx';
import { useAdminister } from './use-administer.ts';

/** Own recordings: uploaded or spoken here, listened to, removed. */
export function PromptsPart({ onChanged }: { readonly onChanged: () => void }) {
  const { t } = useWords();
  const ask = useAdminister();
  const [isAdding, setAdding] = useState(false);
  const columns = usePromptColumns();

  async function remove({ id, name }: NamedItem): Promise<boolean> {
    const reply = await ask({ method: 'DELETE', path: `/prompts/${encodeURIComponent(id)}` }, ['inUse']);
    if (reply.ok) say('good', { id: 'admin.removed' }, { name });
    else if (reply.problem.usedBy)
      say(
        'bad',
        { id: 'admin.inUse' },
        { name, users: reply.problem.usedBy.map((place) => place.id).join(', ') },
      );
    return reply.ok;
  }
  return (
    <>
      <SectionPart
        form={promptForm}
        onChanged={onChanged}
        onRemove={remove}
        aside={
          <Button small icon={<Upload size={14} aria-hidden />} onPress={() => setAdding(true)}>
            {t(promptForm.add)}
          </Button>
        }
        columns={columns}
      />
      {isAdding && <AddPrompt onClose={() => setAdding(false)} onSaved={onChanged} />}
    </>
  );
}

function usePromptColumns(): Column<NamedItem>[] {
  const { t } = useWords();
  const play = usePlayer();
  return [
    {
      id: 'play',
      title: t({ id: 'admin.listen' }),
      cell: ({ id, name }) => (
        <Button
          small
          look="quiet"
          icon={<Play size={14} aria-hidden />}
          aria-label={t({ id: 'admin.listenTo' }, { name })}
          onPress={() => void play(id)}
        >
          {t({ id: 'admin.listen' })}
        </Button>
      ),
    },
    {
      id: 'length',
      title: t({ id: 'admin.length' }),
      isNumber: true,
      cell: ({ item }) => `${Math.round(Number(item['lengthSeconds'] ?? 0))} s`,
    },
  ];
}

function AddPrompt({ onClose, onSaved }: { readonly onClose: () => void; readonly onSaved: () => void }) {
  const { t } = useWords();
  const ask = useAdminister();
  const [id, setId] = useState('');
  const [sound, setSound] = useState<Blob | null>(null);
  const [error, setError] = useState<string | undefined>();
  const [voice, setVoice] = useState<VoiceRecording | null>(null);
  useEffect(() => () => voice?.cancel(), [voice]);

  async function speak() {
    if (voice) {
      setSound(await voice.finish());
      return setVoice(null);
    }
    try {
      return setVoice(await recordVoice());
    } catch {
      return say('bad', { id: 'admin.noMicrophone' });
    }
  }
  async function save() {
    if (!sound) return undefined;
    const reply = await ask(
      {
        method: 'PUT',
        path: `/prompts/${encodeURIComponent(id)}`,
        file: { medium: 'audio/wav', content: sound },
      },
      ['faults', 'badPromptId'],
    );
    if (!reply.ok) {
      const [fault] = reply.problem.faults ?? [];
      return setError(fault ? faultText(fault, t) : t(problemMessage(reply.problem.problem)));
    }
    onSaved();
    onClose();
    return say('good', { id: 'admin.saved' }, { name: id });
  }
  return (
    <Dialog isOpen onClose={onClose} closeLabel={t({ id: 'common.close' })} title={t(promptForm.add)}>
      <div className="form">
        <TextField
          label={t({ id: 'admin.id' })}
          note={t({ id: 'admin.promptIdNote' })}
          error={error}
          value={id}
          onChange={setId}
        />
        <div className="admin-line">
          <FileButton
            label={t({ id: 'admin.chooseFile' })}
            accept=".wav,audio/wav,audio/x-wav"
            icon={<Upload size={14} aria-hidden />}
            onFile={setSound}
          />
          <Button
            small
            icon={voice ? <Square size={14} aria-hidden /> : <Mic size={14} aria-hidden />}
            onPress={() => void speak()}
          >
            {voice ? t({ id: 'admin.stopRecording' }) : t({ id: 'admin.record' })}
          </Button>
          <output>
            {sound && t({ id: 'admin.soundReady' }, { kilobytes: Math.ceil(sound.size / 1_024) })}
          </output>
        </div>
        <p className="rs-field-note">{t({ id: 'admin.fileNote' })}</p>
        <div className="rs-dialog-foot">
          <Button onPress={onClose}>{t({ id: 'common.cancel' })}</Button>
          <Button
            look="primary"
            isDisabled={sound === null || id === '' || voice !== null}
            onPress={() => void save()}
          >
            {t({ id: 'common.save' })}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}

/** Plays one recording at a time. */
function usePlayer(): (promptId: string) => Promise<void> {
  const ask = useAdminister();
  const audio = useRef<HTMLAudioElement | null>(null);
  useEffect(() => () => audio.current?.pause(), []);
  return async (promptId) => {
    const reply = await ask({ method: 'GET', path: `/prompts/${encodeURIComponent(promptId)}` });
    if (!reply.ok || !(reply.value instanceof Blob)) return;
    audio.current?.pause();
    const address = URL.createObjectURL(reply.value);
    const player = new Audio(address);
    audio.current = player;
    player.addEventListener('pause', () => URL.revokeObjectURL(address), { once: true });
    await player.play().catch(() => say('bad', { id: 'admin.noSound' }));
  };
}
