import { asId } from '@ringside/shared/model/ids';
import { languages } from '@ringside/shared/model/language';
import type { Language } from '@ringside/shared/model/language';
import { roles } from '@ringside/shared/model/role';
import type { Role } from '@ringside/shared/model/role';
import type { AdminProblemView, UserView } from '@ringside/shared/protocol/administration';
import { createdUser, oneTimePassword, userChange } from '@ringside/shared/protocol/administration';
import { Button } from '@ringside/ui/Button';
import { Dialog } from '@ringside/ui/Dialog';
import { Checkbox, TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { Select } from '@ringside/ui/Select';
import { serverNow } from '@ringside/ui/ticker';
import { KeyRound } from 'lucide-react';
import type { FormEvent } from 'react';
import { useState } from 'react';
import { z } from 'zod';
import { useDraftForm } from '../../drafts/use-draft-form.ts';
import { ConflictNotice } from '../../forms/ConflictNotice.tsx';
import { say } from '../../notices/notices.ts';
import { dayAndTime } from '../../wording/time-wording.ts';
import { useWords } from '../../wording/words.ts';
import { faultText, languageWords, problemMessage, roleWords } from './administration-words.ts';
import { useItems } from './centre-context.ts';
import { isGroup, listOf, textOf } from './json.ts';
import { SkillRows } from './SkillsInput.tsx';
import { useAdminister, useRead } from './use-administer.ts';

interface UserFormProps {
  /** null: a new one */
  readonly user: UserView | null;
  readonly onClose: () => void;
  readonly onSaved: () => void;
  readonly onPassword: (name: string, password: string) => void;
}

interface Typed {
  readonly userName: string;
  readonly name: string;
  readonly language: Language;
  readonly roles: readonly Role[];
  readonly skills: readonly { readonly skill: string; readonly level: number }[];
  readonly familyId: string | null;
  readonly active: boolean;
  readonly version: string;
}

const typedOf = (user: UserView): Typed => ({
  ...user,
  skills: user.skills.map(({ skillId, level }) => ({ skill: skillId, level })),
});
const nobody: Typed = {
  userName: '',
  name: '',
  language: 'en',
  roles: ['agent'],
  skills: [],
  familyId: null,
  active: true,
  version: '',
};

/** Somebody's account: who they are, what they may and can. A password is never part of what is kept as a draft. */
export function UserForm({ user, onClose, onSaved, onPassword }: UserFormProps) {
  const { t } = useWords();
  const ask = useAdminister();
  const families = useItems('jobFamilies');
  const fresh = user === null ? nobody : typedOf(user);
  const { form, clear } = useDraftForm<{ json: string }>(`admin:user:${user?.agentId ?? '+'}`, {
    json: JSON.stringify(fresh),
  });
  const typed = JSON.parse(form.watch('json')) as Typed;
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<AdminProblemView | null>(null);
  const type = (part: Partial<Typed>): void => form.setValue('json', JSON.stringify({ ...typed, ...part }));
  const errorOf = (name: string): string | undefined => {
    const fault = problem?.faults?.find(({ path }) => path[0] === name);
    return fault && faultText(fault, t);
  };

  async function submit(event: FormEvent) {
    event.preventDefault();
    const { version, userName, skills, ...rest } = typed;
    const entry = {
      ...rest,
      skills: skills.map(({ skill, level }) => ({ skillId: asId<'skill'>(skill), level })),
    };
    const reply =
      user === null
        ? await ask(
            { method: 'POST', path: '/users', body: { ...entry, userName, password: password || null } },
            told,
          )
        : await ask({ method: 'PUT', path: `/users/${user.agentId}`, body: entry, ifMatch: version }, told);
    if (!reply.ok) return setProblem(reply.problem);
    finish();
    onSaved();
    const made = user === null ? createdUser.parse(reply.value).password : null;
    if (made !== null) return onPassword(typed.name, made);
    return say('good', { id: 'admin.saved' }, { name: typed.name });
  }
  function finish() {
    clear();
    onClose();
  }
  function startFromProfile(familyId: string) {
    const family = families.find(({ id }) => id === familyId)?.item;
    if (!family) return type({ familyId: null });
    const skills = listOf(family['skills']).map((need) =>
      isGroup(need)
        ? { skill: textOf(need['skill']), level: Number(need['level'] ?? 1) }
        : { skill: textOf(need), level: 1 },
    );
    return type({ familyId, roles: listOf(family['roles']).map(textOf) as Role[], skills });
  }

  const isConflict = problem?.problem === 'changedMeanwhile';
  return (
    <Dialog
      wide
      isOpen
      onClose={onClose}
      closeLabel={t({ id: 'common.close' })}
      title={user === null ? t({ id: 'admin.addPerson' }) : t({ id: 'admin.editTitle' }, { name: user.name })}
    >
      <form className="form admin-form" onSubmit={(event) => void submit(event)} noValidate>
        {isConflict && (
          <ConflictNotice
            title={{ id: 'admin.personChangedMeanwhile' }}
            onTakeTheirs={() => {
              form.setValue('json', JSON.stringify(fresh));
              setProblem(null);
            }}
            onKeepMine={() => {
              type({ version: fresh.version });
              setProblem(null);
            }}
          />
        )}
        {problem && !isConflict && (
          <Notice tone="bad" role="alert" title={t(problemMessage(problem.problem))} />
        )}
        <div className="form-two">
          <TextField
            label={t({ id: 'admin.personName' })}
            error={errorOf('name')}
            value={typed.name}
            onChange={(name) => type({ name })}
          />
          <TextField
            label={t({ id: 'admin.userName' })}
            error={errorOf('userName')}
            isDisabled={user !== null}
            value={typed.userName}
            onChange={(userName) => type({ userName })}
          />
          <Select
            label={t({ id: 'admin.language' })}
            choices={languages.map((language) => ({ id: language, name: t(languageWords[language]) }))}
            chosen={typed.language}
            onChoose={(language) => type({ language: language as Language })}
            placeholder={t({ id: 'form.choose' })}
          />
          <Select
            label={t({ id: 'admin.family' })}
            note={t({ id: 'admin.familyNote' })}
            error={errorOf('familyId')}
            choices={[
              { id: '(none)', name: t({ id: 'admin.none' }) },
              ...families.map(({ id, name }) => ({ id, name })),
            ]}
            chosen={typed.familyId ?? '(none)'}
            onChoose={startFromProfile}
            placeholder={t({ id: 'form.choose' })}
          />
        </div>
        <fieldset className="admin-group">
          <legend>{t({ id: 'admin.roles' })}</legend>
          {errorOf('roles') && <p className="rs-field-error">{errorOf('roles')}</p>}
          <div className="admin-checks">
            {roles.map((role) => (
              <Checkbox
                key={role}
                isOn={typed.roles.includes(role)}
                onChange={(isOn) =>
                  type({ roles: [...typed.roles.filter((one) => one !== role), ...(isOn ? [role] : [])] })
                }
              >
                {t(roleWords[role])}
              </Checkbox>
            ))}
          </div>
        </fieldset>
        <SkillRows
          told={{ label: t({ id: 'admin.skills' }), error: errorOf('skills') }}
          rows={typed.skills}
          write={(skills) => type({ skills })}
          levelLabel={t({ id: 'admin.level' })}
        />
        {user === null ? (
          <TextField
            label={t({ id: 'admin.password' })}
            aside={t({ id: 'form.optional' })}
            note={t({ id: 'admin.passwordNote' })}
            error={errorOf('password')}
            type="password"
            autoComplete="new-password"
            value={password}
            onChange={setPassword}
          />
        ) : (
          <>
            <Checkbox isOn={typed.active} onChange={(active) => type({ active })}>
              {t({ id: 'admin.mayEnter' })}
            </Checkbox>
            <ResetPassword user={user} onPassword={onPassword} />
            <UserHistory user={user} />
          </>
        )}
        <div className="rs-dialog-foot">
          <Button onPress={finish}>{t({ id: 'common.discard' })}</Button>
          <Button type="submit" look="primary" isDisabled={isConflict}>
            {t({ id: 'common.save' })}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

const told = ['changedMeanwhile', 'faults', 'lastAdministrator', 'userNameTaken'];

/** Ends their sessions; the password is shown in a window of its own, once. */
function ResetPassword({
  user,
  onPassword,
}: Pick<UserFormProps, 'onPassword'> & { readonly user: UserView }) {
  const { t } = useWords();
  const ask = useAdminister();
  const [isAsked, setAsked] = useState(false);
  async function reset() {
    const reply = await ask({
      method: 'POST',
      path: `/users/${user.agentId}/password`,
      body: { password: null },
    });
    if (!reply.ok) return;
    setAsked(false);
    const { password } = oneTimePassword.parse(reply.value);
    if (password !== null) onPassword(user.name, password);
  }
  return (
    <div className="admin-line">
      <Button
        small
        icon={<KeyRound size={14} aria-hidden />}
        onPress={() => (isAsked ? void reset() : setAsked(true))}
      >
        {isAsked ? t({ id: 'admin.resetSure' }) : t({ id: 'admin.resetPassword' })}
      </Button>
      {isAsked && <span className="rs-muted">{t({ id: 'admin.resetWhy' })}</span>}
    </div>
  );
}

const changes = z.array(userChange);

function UserHistory({ user }: { readonly user: UserView }) {
  const words = useWords();
  const { t } = words;
  const read = useRead(`/users/${user.agentId}/history`, changes);
  if (!read.value || read.value.length === 0) return null;
  return (
    <details className="admin-group">
      <summary>{t({ id: 'admin.history' })}</summary>
      <ul className="admin-differences">
        {read.value.slice(0, 20).map((change) => (
          <li key={`${change.at} ${change.did}`}>
            {dayAndTime(change.at, serverNow(), words)} · {change.who ?? t({ id: 'admin.operator' })} ·{' '}
            {change.differences.length === 0
              ? change.did
              : change.differences
                  .map(({ path, before, after }) =>
                    t(
                      { id: 'admin.changedTo' },
                      { place: path.join(' › '), before: plain(before), after: plain(after) },
                    ),
                  )
                  .join('; ')}
          </li>
        ))}
      </ul>
    </details>
  );
}

const plain = (value: unknown): string =>
  typeof value === 'string' ? value : (JSON.stringify(value) ?? '–');
