import { IconBooks, IconListCheck, IconRoute } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AreaNav } from '~/components/area-nav';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';

/** The lists of the catalogue; tests for those who may edit them. */
export function ProgramsNav() {
  const { t } = useTranslation('programs');
  const mayTest = useAccess().data?.permissions.includes('tests.manage') === true;
  return (
    <AreaNav
      label={t('nav.label')}
      links={[
        { to: paths.adminPrograms(), label: t('nav.tracks'), Icon: IconRoute, end: true },
        { to: paths.adminModules(), label: t('nav.modules'), Icon: IconBooks },
        ...(mayTest ? [{ to: paths.adminTests(), label: t('nav.tests'), Icon: IconListCheck }] : []),
      ]}
    />
  );
}
