import { useTranslation } from 'react-i18next';
import site from '../site.module.css';
import classes from './process.module.css';

export function Process() {
  const { t } = useTranslation('site');
  return (
    <section id="process" className={`${site.section} ${site.wrap}`}>
      <div className={site.head}>
        <h2>{t('landing.process.title')}</h2>
      </div>
      <ol className={classes.steps}>
        {t('landing.process.steps', { returnObjects: true }).map((step) => (
          <li key={step.title}>
            <h3>{step.title}</h3>
            <p>{step.body}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
