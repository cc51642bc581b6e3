import { IconArrowLeft } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import classes from './back-link.module.css';

/** The way back from a page whose header has no navigation: to the dashboard, unless `label` names another place. */
export function BackLink({ to, label }: { to: string; label?: string }) {
  const { t } = useTranslation('common');
  return (
    <Link to={to} className={classes.back}>
      <IconArrowLeft size={18} aria-hidden="true" />
      {label ?? t('nav.toDashboard')}
    </Link>
  );
}
