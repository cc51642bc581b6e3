import { useTranslation } from 'react-i18next';
import type { ChangeRow } from '../../model/changes';
import classes from '../editor/editor.module.css';
import { useFieldName } from '../use-field-name';

/** What was and what will be, field by field. */
export function ChangeList({ rows }: { rows: ChangeRow[] }) {
  const { t } = useTranslation('programs');
  const fieldName = useFieldName();
  if (rows.length === 0) return null;
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <dl className={classes.changes} tabIndex={0} aria-label={t('publish.changes')}>
      {rows.map(({ field, before, after }) => (
        <div key={field}>
          <dt>{fieldName(field)}</dt>
          <dd>
            <span className={classes.before}>
              {t('publish.before')} {before === '' ? t('publish.nothing') : before}
            </span>
            <span>
              {t('publish.after')} {after === '' ? t('publish.nothing') : after}
            </span>
          </dd>
        </div>
      ))}
    </dl>
  );
}
