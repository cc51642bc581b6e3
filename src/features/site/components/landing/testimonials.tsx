import { useTranslation } from 'react-i18next';
import site from '../site.module.css';
import classes from './testimonials.module.css';

/** Written samples, and marked so on each card: nobody's words are invented for them. */
export function Testimonials() {
  const { t } = useTranslation('site');
  return (
    <section className={`${site.section} ${site.wrap}`}>
      <div className={site.head}>
        <h2>{t('landing.testimonials.title')}</h2>
        <p>{t('landing.testimonials.note')}</p>
      </div>
      <ul className={classes.cards}>
        {t('landing.testimonials.items', { returnObjects: true }).map((item) => (
          <li key={item.quote}>
            <figure className={classes.card}>
              <span className={classes.sample}>{t('landing.testimonials.sample')}</span>
              <blockquote>{item.quote}</blockquote>
              <figcaption>
                <strong>{item.name}</strong>
                <span>{item.role}</span>
              </figcaption>
            </figure>
          </li>
        ))}
      </ul>
    </section>
  );
}
