import type { About } from '@ringside/shared/protocol/sign-in';
import type { ProblemWord } from '@ringside/shared/protocol/problem';
import { Button } from '@ringside/ui/Button';
import { TextField } from '@ringside/ui/Field';
import { Notice } from '@ringside/ui/Notice';
import { User } from 'lucide-react';
import type { FormEvent, ReactNode } from 'react';
import { useCallback, useEffect, useState } from 'react';
import { useText } from '../../i18n/text.ts';
import { useServices } from '../../services.tsx';
import { problemWords } from '../../wording/problem-wording.ts';
import { useWords } from '../../wording/words.ts';
import { farewell } from './farewell-words.ts';
import type { Session } from './session.ts';
import { signIn } from './session.ts';
import './SignInPage.css';

interface SignInPageProps {
  readonly why: Extract<Session, { at: 'signedOut' }>['why'];
  /** choice of language and theme */
  readonly look: ReactNode;
}

export function SignInPage({ why, look }: SignInPageProps) {
  const { t, language } = useWords();
  const { about, cannotReach, again } = useAbout();
  const [problem, setProblem] = useState<ProblemWord | null>(null);
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <header>
          <h1>Ringside</h1>
          <p>{about?.centreName[language] ?? t({ id: 'signIn.lead' })}</p>
        </header>
        {problem && <Notice tone="bad" role="alert" title={t(problemWords[problem])} />}
        {!problem && why && <Notice tone="info" role="status" title={t(farewell(why))} />}
        {cannotReach && (
          <Notice
            tone="bad"
            role="alert"
            title={t({ id: 'signIn.noGateway' })}
            action={
              <Button small onPress={again}>
                {t({ id: 'common.tryAgain' })}
              </Button>
            }
          >
            {t({ id: 'signIn.noGatewayWhy' })}
          </Notice>
        )}
        <PasswordForm onProblem={setProblem} />
        {about?.demo && <DemoPeople people={about.demo.people} onProblem={setProblem} />}
        <footer className="sign-in-look">{look}</footer>
      </div>
    </main>
  );
}

function useAbout(): { about: About | null; cannotReach: boolean; again: () => void } {
  const { link } = useServices();
  const [about, setAbout] = useState<About | null>(null);
  const [cannotReach, setCannotReach] = useState(false);
  const ask = useCallback(() => {
    link.about().then(
      (told) => {
        setAbout(told);
        setCannotReach(false);
      },
      () => setCannotReach(true),
    );
  }, [link]);
  useEffect(ask, [ask]);
  return { about, cannotReach, again: ask };
}

function PasswordForm({ onProblem }: { onProblem: (problem: ProblemWord | null) => void }) {
  const t = useText();
  const services = useServices();
  const [userName, setUserName] = useState('');
  const [password, setPassword] = useState('');
  const [isBusy, setBusy] = useState(false);
  const [isIncomplete, setIncomplete] = useState(false);

  async function submit(event: FormEvent) {
    event.preventDefault();
    const isComplete = userName.trim() !== '' && password !== '';
    setIncomplete(!isComplete);
    if (!isComplete) return;
    setBusy(true);
    onProblem(await signIn(services, userName, password));
    setBusy(false);
  }

  return (
    <form onSubmit={(event) => void submit(event)} className="sign-in-form" noValidate>
      <TextField
        label={t({ id: 'signIn.userName' })}
        error={isIncomplete && userName.trim() === '' ? t({ id: 'form.needed' }) : undefined}
        value={userName}
        onChange={setUserName}
        autoComplete="username"
        spellCheck="false"
      />
      <TextField
        label={t({ id: 'signIn.password' })}
        error={isIncomplete && password === '' ? t({ id: 'form.needed' }) : undefined}
        type="password"
        value={password}
        onChange={setPassword}
        autoComplete="current-password"
      />
      <Button type="submit" look="primary" isPending={isBusy}>
        {t({ id: 'signIn.signIn' })}
      </Button>
    </form>
  );
}

type People = NonNullable<About['demo']>['people'];

function DemoPeople({
  people,
  onProblem,
}: {
  people: People;
  onProblem: (problem: ProblemWord | null) => void;
}) {
  const t = useText();
  const services = useServices();
  return (
    <section className="sign-in-demo" aria-label={t({ id: 'signIn.demo' })}>
      <h2>{t({ id: 'signIn.demo' })}</h2>
      <p>{t({ id: 'signIn.demoWhy' })}</p>
      <ul>
        {people.map((person) => (
          <li key={person.userName}>
            <Button
              icon={<User size={16} aria-hidden />}
              onPress={() => void signIn(services, person.userName, person.password).then(onProblem)}
            >
              {person.name} <small>{roleWord(person.role, t)}</small>
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}

function roleWord(role: string, t: ReturnType<typeof useText>): string {
  if (role === 'agent') return t({ id: 'role.agent' });
  if (role === 'supervisor') return t({ id: 'role.supervisor' });
  if (role === 'manager') return t({ id: 'role.manager' });
  if (role === 'admin') return t({ id: 'role.admin' });
  return role;
}
