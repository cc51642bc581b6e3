import { IconBooks } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { isAppError } from '~/lib/supabase/app-error';
import { moduleDetailQueryOptions } from '../../api/get-module';
import { ProgramsNav } from '../programs-nav';
import { ModuleEditor } from './module-editor';

export default function ModulePage() {
  const { t } = useTranslation('programs');
  const { moduleId = '' } = useParams();
  const module = useQuery(moduleDetailQueryOptions(moduleId));
  return (
    <>
      <ProgramsNav />
      {isAppError(module.error, 'module_not_found') ? (
        <EmptyState icon={IconBooks} level={1} title={t('refused.module_not_found')} body={t('modules.goneBody')} />
      ) : (
        <DataState query={module} loading={<LoadingState lines={6} height={72} />}>
          {(detail) => (
            <ModuleEditor
              key={`${detail.id}:${detail.version}:${detail.state}`}
              module={detail}
              onReload={() => void module.refetch()}
            />
          )}
        </DataState>
      )}
    </>
  );
}
