import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { formatPaise } from '~/lib/format/money';
import type { BoardColumn } from '../../schemas';
import { LeadStatusIcon } from '../lead-status';
import type { ChangeFilters } from '../use-lead-filters';
import classes from './board.module.css';

/** More cards than this the server does not put into a column. */
const mostCards = 200;

export function ColumnHead({ column, id }: { column: BoardColumn; id: string }) {
  const { t } = useTranslation('leads');
  return (
    <header className={classes.head} data-status={column.status}>
      <h2 id={id} className={classes.title}>
        <LeadStatusIcon status={column.status} />
        {t(`status.${column.status}`)}
        <span className={classes.count}>
          <span aria-hidden="true">{column.count}</span>
          <span className="visually-hidden">{t('board.count', { count: column.count })}</span>
        </span>
      </h2>
      <ColumnValue column={column} />
    </header>
  );
}

export function ColumnValue({ column }: { column: BoardColumn }) {
  const { t } = useTranslation('leads');
  return <p className={classes.value}>{t('board.value', { value: formatPaise(column.value) })}</p>;
}

/** What a column does not show yet: a few more, and the table for a very long one. */
export function ColumnRest(props: { column: BoardColumn; busy: boolean; onMore: () => void; change: ChangeFilters }) {
  const { t } = useTranslation('leads');
  const { status, count, leads } = props.column;
  const rest = count - leads.length;
  if (count === 0) return <p className={classes.nothing}>{t('board.none')}</p>;
  if (rest <= 0) return null;
  const label = { status: t(`status.${status}`), count: rest };
  return leads.length < mostCards ? (
    <Button
      variant="default"
      size="sm"
      fullWidth
      loading={props.busy}
      onClick={props.onMore}
      aria-label={t('board.moreOf', label)}
    >
      {t('board.more', { count: rest })}
    </Button>
  ) : (
    <Button variant="default" size="sm" fullWidth onClick={() => props.change({ view: 'table', statuses: [status] })}>
      {t('board.allOf', label)}
    </Button>
  );
}
