import type { TaskRecording } from '@ringside/shared/protocol/task';
import { Button } from '@ringside/ui/Button';
import { Play } from 'lucide-react';
import { useEffect, useState } from 'react';
import { say } from '../../notices/notices.ts';
import { useServices } from '../../services.tsx';
import { problemWords } from '../../wording/problem-wording.ts';
import { duration } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';

interface TaskMessageProps {
  readonly recording: TaskRecording;
  /** who left it, for a screen reader */
  readonly name: string;
}

/** What the caller said. It is fetched when somebody wants to hear it: each hearing is written down. */
export function TaskMessage({ recording, name }: TaskMessageProps) {
  const words = useWords();
  const { t } = words;
  const { link } = useServices();
  const [sound, setSound] = useState<string | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => () => (sound === null ? undefined : URL.revokeObjectURL(sound)), [sound]);

  async function listen() {
    setAsking(true);
    const reply = await link.sound(recording.recordingId);
    setAsking(false);
    if (reply.ok) setSound(URL.createObjectURL(reply.value));
    else say('bad', problemWords[reply.problem.problem]);
  }

  if (!recording.kept) return <span className="rs-muted">{t({ id: 'task.messageGone' })}</span>;
  if (sound !== null)
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption -- nobody has written down what the caller said
      <audio
        className="task-sound"
        aria-label={t({ id: 'task.message' }, { name })}
        src={sound}
        controls
        autoPlay
      />
    );
  return (
    <Button small icon={<Play size={14} aria-hidden />} isDisabled={isAsking} onPress={() => void listen()}>
      {t({ id: 'task.listen' }, { length: duration(recording.lengthMs, words) })}
    </Button>
  );
}
