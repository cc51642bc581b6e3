import { Skeleton } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { leadStatuses } from '../../model/moves';
import classes from './board.module.css';

export function BoardLoading({ narrow }: { narrow: boolean }) {
  const { t } = useTranslation('common');
  return (
    <div role="status">
      <span className="visually-hidden">{t('loading')}</span>
      <div className={narrow ? classes.stack : classes.board} aria-hidden="true">
        {(narrow ? leadStatuses.slice(0, 1) : leadStatuses).map((status) => (
          <div key={status} className={classes.column}>
            <Skeleton height={24} width="60%" mb="sm" />
            <Skeleton height={128} mb="xs" />
            <Skeleton height={128} />
          </div>
        ))}
      </div>
    </div>
  );
}
