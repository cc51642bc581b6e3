import { IconAlarm, IconClock } from '@tabler/icons-react';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { countdownTone, formatCountdown, minutesToAnnounce, remainingMs } from '../model/countdown';
import type { ServerClock } from '../model/server-clock';
import classes from './countdown.module.css';

type Props = { clock: ServerClock; deadlineAt: string; onEnd: () => void };

/** Ticks by itself, so that nothing around it is drawn again each second. The last minutes are read out, not each second. */
export function Countdown({ clock, deadlineAt, onEnd }: Props) {
  const { t } = useTranslation('tests');
  const [remaining, setRemaining] = useState(() => remainingMs(deadlineAt, clock.now()));
  const previous = useRef(remaining);

  useEffect(() => {
    const tick = () => {
      const left = remainingMs(deadlineAt, clock.now());
      const minutes = minutesToAnnounce(previous.current, left);
      if (minutes !== null) announce(t('timer.announce', { count: minutes }));
      if (left === 0 && previous.current > 0) announce(t('timer.over'));
      previous.current = left;
      setRemaining(left);
      if (left === 0) onEnd();
    };
    tick();
    const timer = setInterval(tick, 500);
    return () => clearInterval(timer);
  }, [clock, deadlineAt, onEnd, t]);

  const tone = countdownTone(remaining);
  const Icon = tone === 'calm' ? IconClock : IconAlarm;
  const text = formatCountdown(remaining);
  return (
    <span
      role="timer"
      aria-live="off"
      aria-label={t('timer.label', { time: text })}
      className={classes.timer}
      data-tone={tone}
    >
      <Icon size={20} aria-hidden="true" />
      <span aria-hidden="true">{text}</span>
    </span>
  );
}
