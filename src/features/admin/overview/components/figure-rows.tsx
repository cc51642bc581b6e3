import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { useAccess } from '~/entities/permissions/access';
import { formatDateTime } from '~/lib/format/dates';
import { formatPaise } from '~/lib/format/money';
import { paths } from '~/lib/paths';
import type { FigureRow } from '../schemas';
import classes from './figure-rows.module.css';

export function FigureRows({ rows, label }: { rows: FigureRow[]; label: string }) {
  return (
    <ul className={classes.rows} aria-label={label}>
      {rows.map((row) => (
        <li key={row.id}>
          <Person row={row} />
          <div className={classes.what}>
            {row.amount !== null && <strong>{formatPaise(row.amount)}</strong>}
            <State state={row.state} />
            {row.track !== null && <span>{row.track}</span>}
          </div>
          <time dateTime={row.at}>{formatDateTime(row.at)}</time>
        </li>
      ))}
    </ul>
  );
}

/** Leads to the person for those who may look at people. */
function Person({ row }: { row: FigureRow }) {
  const mayOpen = useAccess().data?.permissions.includes('users.read') === true;
  return (
    <div className={classes.person}>
      {mayOpen ? <Link to={paths.adminUser(row.user_id)}>{row.name || row.email}</Link> : <strong>{row.name}</strong>}
      <span>{row.email}</span>
    </div>
  );
}

/** A state in words; a certificate's number as it is. */
function State({ state }: { state: string | null }) {
  const { t } = useTranslation('adminOverview');
  const words: Record<string, string> = t('rows.states', { returnObjects: true });
  return state === null ? null : <span>{words[state] ?? state}</span>;
}
