import type { CheckFile } from '@ringside/shared/protocol/prevention';
import { Button } from '@ringside/ui/Button';
import { Frown, PhoneMissed, Smile } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { useCommand } from '../../asking.ts';
import { callAbout } from './call-about.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { SegmentInput, TextInput } from '../../forms/Fields.tsx';
import { say } from '../../notices/notices.ts';
import { useWords } from '../../wording/words.ts';
import type { Question } from './satisfaction-words.ts';
import { marks, outcomeWords, questions, questionWords } from './satisfaction-words.ts';

type Answers = Record<Question, string | null> & { comment: string; note: string };
const nothing: Answers = { solved: null, handled: null, stay: null, comment: '', note: '' };

/** Three questions answered with the keys 1 to 5, then the outcome; or that nobody was reached. */
export function CheckForm({
  file,
  onDone,
}: {
  readonly file: NonNullable<CheckFile>;
  readonly onDone: () => void;
}) {
  const { t } = useWords();
  const tell = useCommand();
  const { check, customerId } = file;
  const { checkId, version, attempts, attemptsAllowed } = check;
  const { form, clear } = useDraftForm<Answers>(`check:${checkId}`, nothing);
  const [solved] = form.watch(['solved']);

  async function answer(outcome: 'satisfied' | 'notSatisfied') {
    const values = form.getValues();
    const answers = {
      solved: markOf(values.solved),
      handled: markOf(values.handled),
      stay: markOf(values.stay),
    };
    const callId = callAbout(customerId);
    const { comment } = values;
    const reply = await tell({ do: 'check.answer', checkId, version, callId, outcome, answers, comment });
    if (reply.ok) finish(outcome);
  }
  async function notReached() {
    const { note } = form.getValues();
    const callId = callAbout(customerId);
    const reply = await tell({ do: 'check.attempt', checkId, version, callId, note });
    if (reply.ok) finish('notReached');
  }
  function finish(outcome: keyof typeof outcomeWords) {
    clear();
    say('good', outcomeWords[outcome]);
    onDone();
  }

  return (
    <form className="form check-form" onSubmit={(event) => event.preventDefault()} noValidate>
      {questions.map((question) => (
        <div
          key={question}
          role="presentation"
          onKeyDown={(event) => choose(event, (mark) => form.setValue(question, mark))}
        >
          <SegmentInput
            control={form.control}
            name={question}
            label={t(questionWords[question])}
            segments={marks.map((value) => ({ value, name: value }))}
          />
        </div>
      ))}
      <p className="check-scale">{t({ id: 'satisfaction.scale' })}</p>
      <TextInput
        control={form.control}
        name="comment"
        label={t({ id: 'satisfaction.comment' })}
        rows={3}
        optional
      />
      <div className="check-outcomes">
        <Button
          look="primary"
          icon={<Smile size={16} aria-hidden />}
          isDisabled={!solved}
          onPress={() => void answer('satisfied')}
        >
          {t(outcomeWords.satisfied)}
        </Button>
        <Button icon={<Frown size={16} aria-hidden />} onPress={() => void answer('notSatisfied')}>
          {t(outcomeWords.notSatisfied)}
        </Button>
      </div>
      {!solved && <p className="check-scale">{t({ id: 'satisfaction.firstQuestion' })}</p>}
      <fieldset className="check-missed">
        <legend>
          {t({ id: 'satisfaction.attempt' }, { nth: attempts.length + 1, allowed: attemptsAllowed })}
        </legend>
        <TextInput control={form.control} name="note" label={t({ id: 'satisfaction.note' })} optional />
        <Button icon={<PhoneMissed size={16} aria-hidden />} onPress={() => void notReached()}>
          {t({ id: 'satisfaction.couldNotReach' })}
        </Button>
      </fieldset>
    </form>
  );
}

const markOf = (value: string | null): number | null => (value === null ? null : Number(value));

/** A number typed on a question answers it. */
function choose(event: KeyboardEvent, take: (mark: string) => void): void {
  const mark = marks.find((value) => value === event.key);
  if (mark === undefined || event.nativeEvent.isComposing || event.ctrlKey || event.altKey || event.metaKey)
    return;
  event.preventDefault();
  take(mark);
}
