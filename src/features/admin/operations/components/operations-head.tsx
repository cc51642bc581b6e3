import { IconInbox, IconSend } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { AreaNav } from '~/components/area-nav';
import { PageHeader } from '~/components/page-header';
import { paths } from '~/lib/paths';
import { VendorsPanel } from './vendors-panel';

/** Heading of both pages with the state of the vendors, and the way between them. */
export function OperationsHead() {
  const { t } = useTranslation('adminOperations');
  return (
    <>
      <PageHeader title={t('title')} description={t('description')} />
      <VendorsPanel />
      <AreaNav
        label={t('tabs.label')}
        links={[
          { to: paths.adminOutbox(), label: t('tabs.outbox'), Icon: IconSend, end: true },
          { to: paths.adminInbox(), label: t('tabs.inbox'), Icon: IconInbox },
        ]}
      />
    </>
  );
}
