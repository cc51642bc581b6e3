import { IconCertificate, IconChartBar, IconFileImport, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { NavLink, useLocation } from 'react-router';
import { paths } from '~/lib/paths';
import classes from './institution-nav.module.css';

const links = [
  { to: paths.institutionStudents(), name: 'students', Icon: IconUsers },
  { to: paths.institutionProgress(), name: 'progress', Icon: IconChartBar },
  { to: paths.institutionCertificates(), name: 'certificates', Icon: IconCertificate },
  { to: paths.institutionBulk(), name: 'bulk', Icon: IconFileImport },
  { to: paths.institutionTeam(), name: 'team', Icon: IconUsersGroup },
] as const;

/** The pages of the area. On a phone the row scrolls, with the current page in view. */
export function InstitutionNav() {
  const { t } = useTranslation('institution');
  const { pathname } = useLocation();
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    const current = nav.current?.querySelector<HTMLElement>('[aria-current="page"]');
    if (nav.current && current) nav.current.scrollLeft = current.offsetLeft - nav.current.clientWidth / 3;
  }, [pathname]);
  return (
    <nav ref={nav} aria-label={t('nav.label')} className={`${classes.nav} no-print`}>
      {links.map(({ to, name, Icon }) => (
        <NavLink key={name} to={to} className={classes.link}>
          <Icon size={18} stroke={1.75} aria-hidden="true" />
          {t(`nav.${name}`)}
        </NavLink>
      ))}
    </nav>
  );
}
