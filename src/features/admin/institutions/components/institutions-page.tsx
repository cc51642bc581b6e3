import { Button } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { PageHeader } from '~/components/page-header';
import { AddDialog } from './create/add-dialog';
import { InstitutionList } from './list/institution-list';
import { InstitutionsToolbar } from './list/institutions-toolbar';
import { useInstitutionFilters } from './use-institution-filters';
import { useInstitutionRights } from './use-institution-rights';

/** Partner institutions. One opens over the list, in a drawer with an address of its own. */
export default function InstitutionsPage() {
  const { t } = useTranslation('adminInstitutions');
  const { filters, change } = useInstitutionFilters();
  const { mayManage } = useInstitutionRights();
  const [adding, setAdding] = useState(false);
  return (
    <>
      <PageHeader
        title={t('title')}
        description={t('description')}
        actions={
          mayManage && (
            <Button leftSection={<IconPlus size={18} aria-hidden="true" />} onClick={() => setAdding(true)}>
              {t('add.open')}
            </Button>
          )
        }
      />
      <InstitutionsToolbar filters={filters} change={change} />
      <InstitutionList filters={filters} change={change} />
      {adding && <AddDialog onClose={() => setAdding(false)} />}
      <Suspense fallback={null}>
        <Outlet />
      </Suspense>
    </>
  );
}
