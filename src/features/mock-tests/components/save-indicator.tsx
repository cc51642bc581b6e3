import { IconCloudCheck, IconCloudOff, IconCloudPause, IconCloudUp, IconLock } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import type { SaveState } from '../model/answer-queue';
import classes from './save-indicator.module.css';

const icons = {
  saved: IconCloudCheck,
  saving: IconCloudUp,
  waiting: IconCloudPause,
  offline: IconCloudOff,
  closed: IconLock,
};

/** Going offline and coming back are read out; each single save is not. */
export function SaveIndicator({ state, waiting }: { state: SaveState; waiting: number }) {
  const { t } = useTranslation('tests');
  const before = useRef(state);
  const Icon = icons[state];
  const text = t(`save.${state}`, { count: waiting });
  useEffect(() => {
    const troubled = (value: SaveState) => value === 'offline' || value === 'waiting';
    if (troubled(state) && !troubled(before.current)) announce(text);
    if (state === 'saved' && troubled(before.current)) announce(t('save.back'));
    if (state !== 'saving') before.current = state;
  }, [state, text, t]);
  return (
    <span className={classes.state} data-state={state}>
      <Icon size={18} aria-hidden="true" />
      {text}
    </span>
  );
}
