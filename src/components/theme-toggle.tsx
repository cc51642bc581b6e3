import { IconDeviceDesktop, IconMoon, IconSun } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { setColorScheme, useColorSchemeChoice, type ColorSchemeChoice } from '~/lib/color-scheme';
import classes from './icon-button.module.css';

const next: Record<ColorSchemeChoice, ColorSchemeChoice> = { auto: 'light', light: 'dark', dark: 'auto' };
const icons = { auto: IconDeviceDesktop, light: IconSun, dark: IconMoon };

export function ThemeToggle() {
  const { t } = useTranslation('common');
  const choice = useColorSchemeChoice();
  const Icon = icons[choice];
  const label = t('theme.current', { name: t(`theme.${choice}`) });
  return (
    <button
      type="button"
      className={classes.button}
      aria-label={label}
      title={label}
      onClick={() => setColorScheme(next[choice])}
    >
      <Icon size={20} stroke={1.75} aria-hidden="true" />
    </button>
  );
}
