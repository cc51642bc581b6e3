import { useTranslation } from 'react-i18next';
import site from '../site.module.css';
import classes from './why.module.css';

export function Why() {
  const { t } = useTranslation('site');
  return (
    <section className={classes.why}>
      <div className={`${site.wrap} ${classes.grid}`}>
        <div>
          <h2 className={classes.title}>{t('landing.why.title')}</h2>
          <p className={classes.lead}>{t('landing.why.lead')}</p>
        </div>
        <ul className={classes.list}>
          {t('landing.why.items', { returnObjects: true }).map((item) => (
            <li key={item.title}>
              <h3>{item.title}</h3>
              <p>{item.body}</p>
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}
