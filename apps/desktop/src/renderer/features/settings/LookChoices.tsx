import type { Language } from '@ringside/shared/model/language';
import { languages } from '@ringside/shared/model/language';
import { Select } from '@ringside/ui/Select';
import { defineMessages } from 'react-intl';
import type { Message } from '../../i18n/text.ts';
import type { Density, Theme } from '../../preferences.ts';
import { densities, prefer, themes, usePreferences } from '../../preferences.ts';
import { languageWords } from '../../wording/words-of-the-model.ts';
import { useWords } from '../../wording/words.ts';

const themeWords: Record<Theme, Message> = defineMessages({
  system: { id: 'theme.system' },
  light: { id: 'theme.light' },
  dark: { id: 'theme.dark' },
  contrast: { id: 'theme.contrast' },
});
const densityWords: Record<Density, Message> = defineMessages({
  compact: { id: 'density.compact' },
  cosy: { id: 'density.cosy' },
  comfortable: { id: 'density.comfortable' },
});

export function LanguageChoice() {
  const { t, language } = useWords();
  return (
    <Select
      label={t({ id: 'settings.language' })}
      choices={languages.map((id) => ({ id, name: t(languageWords[id]) }))}
      chosen={language}
      onChoose={(id) => prefer({ language: id as Language })}
      placeholder=""
    />
  );
}

export function ThemeChoice() {
  const { t } = useWords();
  const theme = usePreferences((s) => s.theme);
  return (
    <Select
      label={t({ id: 'settings.theme' })}
      choices={themes.map((id) => ({ id, name: t(themeWords[id]) }))}
      chosen={theme}
      onChoose={(id) => prefer({ theme: id as Theme })}
      placeholder=""
    />
  );
}

export function DensityChoice() {
  const { t } = useWords();
  const density = usePreferences((s) => s.density);
  return (
    <Select
      label={t({ id: 'settings.density' })}
      choices={densities.map((id) => ({ id, name: t(densityWords[id]) }))}
      chosen={density}
      onChoose={(id) => prefer({ density: id as Density })}
      placeholder=""
    />
  );
}
