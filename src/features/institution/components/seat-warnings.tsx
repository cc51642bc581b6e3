import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import { seatWarnings } from '../model/seats';
import type { SeatBlock } from '../schemas';
import classes from './seat-warnings.module.css';

/** Free seats that end soon or are lost. */
export function SeatWarnings({ blocks }: { blocks: SeatBlock[] }) {
  const { t } = useTranslation('institution');
  const [now] = useState(() => new Date());
  const warnings = seatWarnings(blocks, now);
  if (warnings.length === 0) return null;
  return (
    <ul className={classes.warnings}>
      {warnings.map((warning) => (
        <li key={warning.blockId} data-kind={warning.kind}>
          <IconAlertTriangle size={18} aria-hidden="true" />
          {t(`header.${warning.kind}`, {
            count: warning.left,
            track: warning.trackName,
            // A day has no time, so no zone may move it.
            date: formatDate(warning.until, 'UTC'),
          })}
        </li>
      ))}
    </ul>
  );
}
