import '@ringside/ui/fonts.css';
import '@ringside/ui/tokens.css';
import '@ringside/ui/base.css';
import { RouterProvider } from '@tanstack/react-router';
import { useEffect, useLayoutEffect, useState } from 'react';
import { useDesk } from './desk.ts';
import { DeviceSetUp } from './features/session/DeviceSetUp.tsx';
import { Elsewhere, Opening } from './features/session/Elsewhere.tsx';
import { openDesk, useSession } from './features/session/session.ts';
import { SignInPage } from './features/session/SignInPage.tsx';
import { LanguageChoice, ThemeChoice } from './features/settings/LookChoices.tsx';
import { makeRouter } from './frame/router.tsx';
import { languageOfBrowser } from './i18n/locale.ts';
import { Translations } from './i18n/Translations.tsx';
import { guardComposition } from './keys/composing.ts';
import { listenForKeys } from './keys/keys.ts';
import { useMay } from './may.ts';
import type { Theme } from './preferences.ts';
import { usePreferences } from './preferences.ts';
import type { Services } from './services.tsx';
import { ServicesProvider } from './services.tsx';
import './forms/forms.css';

/** The desktop: one tree for Electron and the browser, given its outside world. */
export function App({ services }: { readonly services: Services }) {
  const language = useLanguage();
  useLook();
  useEffect(() => {
    const stops = [guardComposition(window), listenForKeys(window)];
    return () => {
      for (const stop of stops) stop();
    };
  }, []);
  return (
    <ServicesProvider services={services}>
      <Translations language={language}>
        <Stage services={services} />
      </Translations>
    </ServicesProvider>
  );
}

/** Which of the few great states the desk is in. */
function Stage({ services }: { readonly services: Services }) {
  const session = useSession((s) => s.session);
  const devicesSeen = usePreferences((s) => s.devicesSeen);
  const { takeCalls } = useMay();
  const [router] = useState(makeRouter);
  useEffect(() => openDesk(services, false), [services]);
  switch (session.at) {
    case 'opening':
      return <Opening isLost={session.link === 'lost'} />;
    case 'elsewhere':
      return <Elsewhere />;
    case 'signedOut':
      return (
        <SignInPage
          why={session.why}
          look={
            <>
              <LanguageChoice />
              <ThemeChoice />
            </>
          }
        />
      );
    case 'open':
      return devicesSeen || !takeCalls ? <RouterProvider router={router} /> : <DeviceSetUp />;
  }
}

function useLanguage() {
  const chosen = usePreferences((s) => s.language);
  const known = useDesk((s) => s.desk?.me.language ?? null);
  return chosen ?? known ?? languageOfBrowser(navigator.languages);
}

function useLook(): void {
  const theme = usePreferences((s) => s.theme);
  const density = usePreferences((s) => s.density);
  const shown = useShownTheme(theme);
  useLayoutEffect(() => {
    document.documentElement.dataset.theme = shown;
    document.documentElement.dataset.density = density;
  }, [shown, density]);
}

function useShownTheme(theme: Theme): Exclude<Theme, 'system'> {
  const [isDark, setDark] = useState(() => matchMedia('(prefers-color-scheme: dark)').matches);
  const [isContrast, setContrast] = useState(() => matchMedia('(prefers-contrast: more)').matches);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const contrast = matchMedia('(prefers-contrast: more)');
    const look = () => {
      setDark(dark.matches);
      setContrast(contrast.matches);
    };
    dark.addEventListener('change', look);
    contrast.addEventListener('change', look);
    return () => {
      dark.removeEventListener('change', look);
      contrast.removeEventListener('change', look);
    };
  }, []);
  if (theme !== 'system') return theme;
  if (isContrast) return 'contrast';
  return isDark ? 'dark' : 'light';
}
