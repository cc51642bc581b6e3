import {
  IconAward,
  IconBriefcase,
  IconCloudCheck,
  IconListCheck,
  IconRosetteDiscountCheck,
  IconShieldLock,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import site from '../site.module.css';
import classes from './benefits.module.css';

const icons = [IconRosetteDiscountCheck, IconBriefcase, IconListCheck, IconAward, IconCloudCheck, IconShieldLock];

export function Benefits() {
  const { t } = useTranslation('site');
  return (
    <section className={`${site.section} ${site.sunken}`}>
      <div className={site.wrap}>
        <div className={site.head}>
          <h2>{t('landing.benefits.title')}</h2>
        </div>
        <ul className={classes.grid}>
          {t('landing.benefits.items', { returnObjects: true }).map((item, index) => {
            const Icon = icons[index] ?? IconAward;
            return (
              <li key={item.title}>
                <Icon size={28} stroke={1.6} aria-hidden="true" />
                <h3>{item.title}</h3>
                <p>{item.body}</p>
              </li>
            );
          })}
        </ul>
      </div>
    </section>
  );
}
