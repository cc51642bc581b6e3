import { IconFlagFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PaletteEntry } from '../model/palette';
import classes from './palette.module.css';

/** Answered, flagged and current differ by shape and words as well as by colour. */
export function Palette({ entries, onPick }: { entries: PaletteEntry[]; onPick: (index: number) => void }) {
  const { t } = useTranslation('tests');
  return (
    <>
      <ol className={classes.grid}>
        {entries.map((entry, index) => (
          <li key={entry.questionId}>
            <button
              type="button"
              className={classes.cell}
              data-answered={entry.answered}
              aria-current={entry.current ? 'step' : undefined}
              aria-label={[
                t('palette.question', { number: entry.number }),
                t(entry.answered ? 'palette.answered' : 'palette.open'),
                ...(entry.flagged ? [t('palette.flagged')] : []),
              ].join(', ')}
              onClick={() => onPick(index)}
            >
              {entry.number}
              {entry.flagged && (
                <span className={classes.flag}>
                  <IconFlagFilled size={12} aria-hidden="true" />
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
      <ul className={classes.legend} aria-hidden="true">
        <li>
          <span className={classes.sample} data-kind="answered" />
          {t('palette.answered')}
        </li>
        <li>
          <span className={classes.sample} />
          {t('palette.open')}
        </li>
        <li>
          <span className={classes.sample} data-kind="flagged">
            <IconFlagFilled size={11} />
          </span>
          {t('palette.flagged')}
        </li>
      </ul>
    </>
  );
}
