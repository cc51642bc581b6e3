import { IconShieldLock, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AreaNav } from '~/components/area-nav';
import { PageHeader } from '~/components/page-header';
import { paths } from '~/lib/paths';

/** Heading of both pages, and the way between them. */
export function RolesHead({ actions }: { actions?: ReactNode }) {
  const { t } = useTranslation('adminRoles');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} actions={actions} />
      <AreaNav
        label={t('tabs.label')}
        links={[
          { to: paths.adminRoles(), label: t('tabs.roles'), Icon: IconShieldLock, end: true },
          { to: paths.adminStaff(), label: t('tabs.staff'), Icon: IconUsers },
        ]}
      />
    </>
  );
}
