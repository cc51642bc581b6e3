import { IconCertificate, IconChartBar, IconFileImport, IconUsers, IconUsersGroup } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AreaNav } from '~/components/area-nav';
import { paths } from '~/lib/paths';

const links = [
  { to: paths.institutionStudents(), name: 'students', Icon: IconUsers },
  { to: paths.institutionProgress(), name: 'progress', Icon: IconChartBar },
  { to: paths.institutionCertificates(), name: 'certificates', Icon: IconCertificate },
  { to: paths.institutionBulk(), name: 'bulk', Icon: IconFileImport },
  { to: paths.institutionTeam(), name: 'team', Icon: IconUsersGroup },
] as const;

export function InstitutionNav() {
  const { t } = useTranslation('institution');
  return (
    <AreaNav
      label={t('nav.label')}
      links={links.map(({ to, name, Icon }) => ({ to, label: t(`nav.${name}`), Icon }))}
    />
  );
}
