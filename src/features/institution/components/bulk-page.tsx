import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { Panel } from '~/components/panel';
import { overviewQueryOptions } from '../api/get-overview';
import classes from './bulk-page.module.css';
import { ImportHistory } from './import-history';
import { ListRules } from './list-rules';
import { UploadForm } from './upload-form';
import { useInstitution } from './use-institution';

/** Hands in a list of students; below, what became of the lists before. */
export default function BulkPage() {
  const { t } = useTranslation('institution');
  const { id } = useInstitution();
  const overview = useQuery(overviewQueryOptions(id));
  return (
    <>
      <PageHeader title={t('bulk.title')} description={t('bulk.description')} />
      <div className={classes.page}>
        <DataState query={overview}>
          {({ tracks }) => (
            <div className={classes.columns}>
              <Panel title={t('bulk.upload.title')}>
                <UploadForm key={id} institutionId={id} tracks={tracks} />
              </Panel>
              <ListRules tracks={tracks} />
            </div>
          )}
        </DataState>
        <ImportHistory institutionId={id} />
      </div>
    </>
  );
}
