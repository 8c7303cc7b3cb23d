import { languages } from '@ringside/shared/model/language';
import type { Language } from '@ringside/shared/model/language';
import type { CaseId } from '@ringside/shared/model/ids';
import type { LetterChannel, LetterPurpose } from '@ringside/shared/model/letter';
import { letterChannels, longestLetter } from '@ringside/shared/model/letter';
import type { LettersOfCase, LetterView } from '@ringside/shared/protocol/letters';
import { filesOfCase, letterPreview } from '@ringside/shared/protocol/letters';
import { id } from '@ringside/shared/protocol/values';
import { Button, ToggleButton } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Checkbox, TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { SegmentedControl } from '@ringside/ui/SegmentedControl';
import { Select } from '@ringside/ui/Select';
import { Eye, Printer, Save, Send } from 'lucide-react';
import { useEffect, useEffectEvent, useState } from 'react';
import { z } from 'zod';
import { useAnswer, useCommand } from '../../asking.ts';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { say } from '../../notices/notices.ts';
import { useReference } from '../../reference.ts';
import { useServices } from '../../services.tsx';
import { mergeFieldWords } from '../../wording/merge-field-words.ts';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { holesIn } from './holes.ts';
import { languageWords, letterChannelWords } from './letter-words.ts';
import { LetterSheet } from './LetterSheet.tsx';
import { PrintLetter } from './PrintLetter.tsx';

interface LetterFormProps {
  readonly caseId: CaseId;
  readonly of: LettersOfCase;
  /** null: a new letter */
  readonly draft: LetterView | null;
  /** what a new letter is begun for: from the first template of that purpose */
  readonly purpose: LetterPurpose | null;
  readonly onClose: () => void;
}

/** What is being written, whole, so that it is kept as one draft. */
interface Typed {
  readonly template: string;
  readonly language: Language;
  readonly channel: LetterChannel;
  readonly to: string;
  readonly subject: string;
  readonly body: string;
  readonly attachmentIds: readonly string[];
  /** what the template put there: typed text is never replaced unasked */
  readonly filled: string;
}

const kept = z.object({ letterId: id<'letter'>(), version: z.number() });

/** A letter from a template or from nothing: filled in, changed, looked at, then sent or printed. */
export function LetterForm({ caseId, of, draft, purpose, onClose }: LetterFormProps) {
  const words = useWords();
  const { t, language } = words;
  const { templates } = useReference();
  const { link } = useServices();
  const tell = useCommand();
  const files = useAnswer({ ask: 'letter.files', caseId }, filesOfCase, caseId);
  const { form, clear } = useDraftForm<Typed>(
    `letter:${caseId}:${draft?.letterId ?? '+'}`,
    beginning(of, draft),
  );
  const typed = form.watch();
  const [over, setOver] = useState(draft && { letterId: draft.letterId, version: draft.version });
  const [isPreview, setPreview] = useState(false);
  const [isBusy, setBusy] = useState(false);
  const [printed, setPrinted] = useState<LetterView | null>(null);
  const holes = holesIn(typed.subject + typed.body);
  const type = (part: Partial<Typed>) => {
    for (const [name, value] of Object.entries(part)) form.setValue(name as keyof Typed, value);
  };

  async function fillIn(template: string, into: Language, isAsked: boolean) {
    type({ template, language: into });
    if (template === '' || (!isAsked && typed.body !== '' && typed.body !== typed.filled)) return;
    const preview = await link.query(
      { ask: 'letter.preview', caseId, template, language: into },
      letterPreview,
    );
    if (!preview.ok) return say('bad', problemWords[preview.problem.problem]);
    const { subject, body } = preview.value;
    return type({ subject, body, filled: body });
  }

  const isBlank = typed.template === '' && typed.subject === '' && typed.body === '';
  const begunWith = isBlank ? templates.find((one) => one.purpose === purpose)?.template : undefined;
  const begin = useEffectEvent((template: string) => void fillIn(template, typed.language, false));
  useEffect(() => {
    if (begunWith !== undefined) begin(begunWith);
  }, [begunWith]);

  const purposeOf = (chosen: string): LetterPurpose =>
    templates.find(({ template }) => template === chosen)?.purpose ?? 'other';

  function choose(channel: LetterChannel) {
    const isOwn = typed.to !== '' && typed.to !== addressOf(of, typed.channel);
    type({ channel, ...(isOwn ? {} : { to: addressOf(of, channel) }) });
  }

  async function keep() {
    const { filled: _, template, attachmentIds, ...letter } = form.getValues();
    const reply = await tell({
      do: 'letter.draft',
      caseId,
      over,
      letter: {
        ...letter,
        template: template || null,
        attachmentIds: attachmentIds.map((one) => id<'attachment'>().parse(one)),
      },
    });
    const value = reply.ok ? kept.safeParse(reply.value) : null;
    if (!value?.success) return null;
    setOver(value.data);
    return value.data;
  }

  /** Written down first: what is refused then is still there. */
  async function finish(then: 'keep' | 'send' | 'print') {
    setBusy(true);
    const seen = await keep();
    setBusy(false);
    if (seen === null) return;
    if (then === 'print') return setPrinted(viewOf(typed, seen, purposeOf(typed.template)));
    if (then === 'send' && !(await tell({ do: 'letter.send', ...seen })).ok) return;
    say('good', then === 'send' ? { id: 'letters.queuedSaid' } : { id: 'letters.keptSaid' });
    close();
  }

  function close() {
    clear();
    onClose();
  }

  const isReplaceable = typed.template !== '' && typed.filled !== typed.body && typed.body !== '';
  return (
    <Dialog
      wide
      isOpen
      title={draft === null ? t({ id: 'letters.write' }) : t({ id: 'letters.changeTitle' })}
      closeLabel={t({ id: 'common.close' })}
      onClose={onClose}
    >
      <div className="form letter-form">
        <div className="form-two">
          <Select
            label={t({ id: 'letters.template' })}
            choices={templates.map(({ template, name }) => ({ id: template, name: name[language] }))}
            chosen={typed.template || null}
            onChoose={(template) => void fillIn(template, typed.language, false)}
            placeholder={t({ id: 'letters.noTemplate' })}
          />
          <SegmentedControl
            label={t({ id: 'letters.language' })}
            segments={languages.map((value) => ({ value, name: t(languageWords[value]) }))}
            chosen={typed.language}
            onChoose={(into) => void fillIn(typed.template, into, false)}
          />
        </div>
        {isReplaceable && (
          <Button small onPress={() => void fillIn(typed.template, typed.language, true)}>
            {t({ id: 'letters.fillInAgain' })}
          </Button>
        )}
        <SegmentedControl
          label={t({ id: 'letters.how' })}
          segments={letterChannels.map((value) => ({ value, name: t(letterChannelWords[value]) }))}
          chosen={typed.channel}
          onChoose={choose}
        />
        {typed.channel === 'email' && !of.mailReady && (
          <Notice tone="warn" title={t({ id: 'letters.mailNotReady' })}>
            {t(problemWords.mailNotSetUp)}
          </Notice>
        )}
        {isPreview ? (
          <LetterSheet letter={typed} at={null} />
        ) : (
          <>
            <TextField
              label={
                typed.channel === 'email' ? t({ id: 'letters.toEmail' }) : t({ id: 'letters.toAddress' })
              }
              value={typed.to}
              onChange={(to) => type({ to })}
              rows={typed.channel === 'email' ? 1 : 3}
              maxLength={longestLetter.to}
            />
            <TextField
              label={t({ id: 'letters.subject' })}
              lang={typed.language}
              value={typed.subject}
              onChange={(subject) => type({ subject })}
              maxLength={longestLetter.subject}
            />
            <TextField
              label={t({ id: 'letters.body' })}
              lang={typed.language}
              rows={12}
              value={typed.body}
              onChange={(body) => type({ body })}
              maxLength={longestLetter.body}
            />
          </>
        )}
        {holes.length > 0 && (
          <Notice tone="warn" title={t({ id: 'letters.holes' })}>
            {holes.map((field) => `⟦${field}⟧ ${t(mergeFieldWords[field])}`).join(' · ')}
          </Notice>
        )}
        <FilesToSend
          files={files.value?.files ?? []}
          chosen={typed.attachmentIds}
          onChoose={(attachmentIds) => type({ attachmentIds })}
        />
        <div className="rs-dialog-foot">
          <ToggleButton isOn={isPreview} onChange={setPreview} icon={<Eye size={16} aria-hidden />}>
            {t({ id: 'letters.preview' })}
          </ToggleButton>
          <Button
            icon={<Save size={16} aria-hidden />}
            isDisabled={isBusy}
            onPress={() => void finish('keep')}
          >
            {t({ id: 'letters.keep' })}
          </Button>
          {typed.channel === 'email' ? (
            <Button
              look="primary"
              icon={<Send size={16} aria-hidden />}
              isDisabled={isBusy || holes.length > 0 || !of.mailReady}
              onPress={() => void finish('send')}
            >
              {t({ id: 'letters.send' })}
            </Button>
          ) : (
            <Button
              look="primary"
              icon={<Printer size={16} aria-hidden />}
              isDisabled={isBusy || holes.length > 0}
              onPress={() => void finish('print')}
            >
              {t({ id: 'letters.print' })}
            </Button>
          )}
        </div>
      </div>
      {printed && <PrintLetter caseId={caseId} letter={printed} mayWrite onClose={close} />}
    </Dialog>
  );
}

interface FilesToSendProps {
  readonly files: readonly {
    readonly attachmentId: string;
    readonly name: string;
    readonly removedAt: number | null;
  }[];
  readonly chosen: readonly string[];
  readonly onChoose: (ids: readonly string[]) => void;
}

function FilesToSend({ files, chosen, onChoose }: FilesToSendProps) {
  const { t } = useWords();
  const there = files.filter(({ removedAt }) => removedAt === null);
  if (there.length === 0) return null;
  return (
    <fieldset className="letter-files">
      <legend>{t({ id: 'letters.files' })}</legend>
      {there.map(({ attachmentId, name }) => (
        <Checkbox
          key={attachmentId}
          isOn={chosen.includes(attachmentId)}
          onChange={(isOn) =>
            onChoose(isOn ? [...chosen, attachmentId] : chosen.filter((one) => one !== attachmentId))
          }
        >
          {name}
        </Checkbox>
      ))}
    </fieldset>
  );
}

const addressOf = ({ customer }: LettersOfCase, channel: LetterChannel): string =>
  customer === null
    ? ''
    : channel === 'email'
      ? customer.email
      : `${customer.name}\n${customer.address}`.trim();

/** In the customer's language, and by e-mail where there is an address and a server. */
function beginning(of: LettersOfCase, draft: LetterView | null): Typed {
  if (draft !== null) {
    const { template, language, channel, to, subject, body, attachmentIds } = draft;
    return { template: template ?? '', language, channel, to, subject, body, attachmentIds, filled: '' };
  }
  const channel = of.mailReady && of.customer?.email ? 'email' : 'print';
  return {
    template: '',
    language: of.customer?.language ?? 'en',
    channel,
    to: addressOf(of, channel),
    subject: '',
    body: '',
    attachmentIds: [],
    filled: '',
  };
}

function viewOf(typed: Typed, seen: z.infer<typeof kept>, purpose: LetterPurpose): LetterView {
  const { filled: _, template, ...letter } = typed;
  return {
    ...letter,
    ...seen,
    attachmentIds: letter.attachmentIds.map((one) => id<'attachment'>().parse(one)),
    template: template || null,
    purpose,
    state: 'draft',
    writtenByName: '',
    writtenAt: 0,
    sentAt: null,
    attempts: 0,
    nextAttemptAt: null,
    trouble: null,
  };
}
