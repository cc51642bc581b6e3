import { useTranslation } from 'react-i18next';
import { formatDate } from '~/lib/format/dates';
import { usePageTitle } from '~/lib/use-page-title';
import classes from './policy-page.module.css';
import site from './site.module.css';

/** The day from which the texts hold; sign-up records consent to this version. */
const inForceFrom = '2026-04-01';

export default function PolicyPage({ policy }: { policy: 'privacy' | 'terms' | 'refunds' }) {
  const { t } = useTranslation('policies');
  usePageTitle(t(`${policy}.title`));
  const sections = t(`${policy}.sections`, { returnObjects: true });
  return (
    <article className={`${site.wrap} ${classes.policy}`}>
      <header>
        <h1 className={site.title}>{t(`${policy}.title`)}</h1>
        <p className={classes.date}>{t('updated', { date: formatDate(inForceFrom) })}</p>
        <p className={site.lead}>{t(`${policy}.intro`)}</p>
      </header>
      <nav aria-label={t('contents')} className={`${classes.contents} no-print`}>
        <h2>{t('contents')}</h2>
        <ol>
          {sections.map((section, index) => (
            <li key={section.title}>
              <a href={`#s${index + 1}`}>{section.title}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className={classes.text}>
        {sections.map((section, index) => (
          <section key={section.title} id={`s${index + 1}`}>
            <h2>{section.title}</h2>
            {section.paragraphs.map((paragraph) => (
              <p key={paragraph}>{paragraph}</p>
            ))}
          </section>
        ))}
      </div>
    </article>
  );
}
