import { useTranslation } from 'react-i18next';
import classes from './skip-link.module.css';

/** Every layout gives its main element this id and tabIndex -1. */
export const mainContentId = 'content';

export function SkipLink() {
  const { t } = useTranslation('common');
  return (
    <a className={classes.link} href={`#${mainContentId}`}>
      {t('skipToContent')}
    </a>
  );
}
