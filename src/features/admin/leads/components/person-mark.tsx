import { useTranslation } from 'react-i18next';
import classes from './person-mark.module.css';

const initialsOf = (name: string) =>
  name
    .split(/\s+/)
    .filter(Boolean)
    .map((word) => [...word][0] ?? '')
    .filter((_letter, index, all) => index === 0 || index === all.length - 1)
    .join('')
    .toUpperCase();

/** Who has the lead, as initials; the whole name is there for everybody who needs it. */
export function PersonMark({ name }: { name: string | null }) {
  const { t } = useTranslation('leads');
  const label = name === null ? t('assignee.nobody') : t('assignee.has', { name });
  return (
    <span className={classes.mark} data-nobody={name === null || undefined} title={label}>
      <span aria-hidden="true">{name === null ? '–' : initialsOf(name)}</span>
      <span className="visually-hidden">{label}</span>
    </span>
  );
}
