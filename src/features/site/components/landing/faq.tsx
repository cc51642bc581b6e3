import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import site from '../site.module.css';
import classes from './faq.module.css';

export function Faq() {
  const { t } = useTranslation('site');
  return (
    <section id="faq" className={`${site.section} ${site.sunken}`}>
      <div className={`${site.wrap} ${classes.grid}`}>
        <h2 className={site.title}>{t('landing.faq.title')}</h2>
        <div>
          {t('landing.faq.items', { returnObjects: true }).map((item) => (
            <details key={item.q} name="faq" className={classes.item}>
              <summary>
                {item.q}
                <IconPlus size={20} aria-hidden="true" />
              </summary>
              <p>{item.a}</p>
            </details>
          ))}
        </div>
      </div>
    </section>
  );
}
