import { Button, Group, NativeSelect } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { PageHeader } from '~/components/page-header';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';
import { useListAddress } from '~/lib/use-list-address';
import { kindsFor } from '../model/bulk-form';
import { bulkKinds, bulkStatuses } from '../schemas';
import { JobList } from './job-list';

export default function BulkPage() {
  const { t } = useTranslation('adminBulk');
  const { address, filter } = useListAddress();
  const mayBegin = kindsFor(useAccess().data?.permissions ?? [], bulkKinds).length > 0;
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          mayBegin && (
            <Button component={Link} to={paths.adminNewBulk()} leftSection={<IconPlus size={18} aria-hidden="true" />}>
              {t('new')}
            </Button>
          )
        }
      />
      <Group gap="md" mb="md" align="flex-end">
        <NativeSelect
          label={t('kind.label')}
          data={[
            { value: '', label: t('kind.all') },
            ...bulkKinds.map((kind) => ({ value: kind, label: t(`kind.${kind}`) })),
          ]}
          value={address.get('kind') ?? ''}
          onChange={({ currentTarget }) => filter({ kind: currentTarget.value })}
        />
        <NativeSelect
          label={t('status.label')}
          data={[
            { value: '', label: t('status.all') },
            ...bulkStatuses.map((status) => ({ value: status, label: t(`status.${status}`) })),
          ]}
          value={address.get('status') ?? ''}
          onChange={({ currentTarget }) => filter({ status: currentTarget.value })}
        />
      </Group>
      <JobList />
    </>
  );
}
