import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '~/components/page-header';
import { useListAddress } from '~/lib/use-list-address';
import { readFilters } from '../model/filters';
import { NewTestModal } from './list/new-test-modal';
import { TestList } from './list/test-list';
import { TestsToolbar } from './list/tests-toolbar';

/** All mock tests of all tracks: found, made, copied, put in order and archived. */
export default function TestsPage() {
  const { t } = useTranslation('adminTests');
  const { address, filter, turnTo, clear } = useListAddress();
  const [creating, setCreating] = useState(false);
  const filters = readFilters(address);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setCreating(true)}>
            {t('create')}
          </Button>
        }
      />
      <TestsToolbar filters={filters} filter={filter} />
      <TestList filters={filters} turnTo={turnTo} clear={clear} />
      {creating && <NewTestModal trackId={filters.trackId} onClose={() => setCreating(false)} />}
    </>
  );
}
