import { Anchor } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPaise } from '~/lib/format/money';
import { isOpen } from '../../model/moves';
import type { Board } from '../../schemas';
import type { ChangeFilters } from '../use-lead-filters';
import classes from './board.module.css';

/** How much is in the pipeline, and the way to what is late. */
export function BoardSummary({ board, change }: { board: Board; change: ChangeFilters }) {
  const { t } = useTranslation('leads');
  const open = board.filter(({ status }) => isOpen(status));
  const sum = (of: 'count' | 'value' | 'overdue') => open.reduce((total, column) => total + column[of], 0);
  const overdue = sum('overdue');
  return (
    <p className={classes.summary}>
      <span>{t('board.open', { count: sum('count'), value: formatPaise(sum('value')) })}</span>
      {overdue > 0 && (
        <Anchor
          component="button"
          type="button"
          underline="always"
          fw={650}
          c="var(--bad-ink)"
          className="tap"
          onClick={() => change({ view: 'table', overdue: true, statuses: [], sort: 'follow_up', descending: false })}
        >
          {t('board.overdue', { count: overdue })}
        </Anchor>
      )}
    </p>
  );
}
