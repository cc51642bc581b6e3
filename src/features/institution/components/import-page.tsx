import { IconFileOff } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import { BackLink } from '~/components/back-link';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { useImport } from '../api/get-import';
import { ImportView } from './import-view';
import { useInstitution } from './use-institution';

/** One list on its way: checked, confirmed, enrolled, undone. It stands in the database, so a reload changes nothing. */
export default function ImportPage() {
  const { t } = useTranslation('institution');
  const { importId = '' } = useParams();
  const { id, all, choose } = useInstitution();
  const query = useImport(id, importId);

  // A link from a mail may lead to another of one's institutions.
  const owner = query.data?.institution_id;
  useEffect(() => {
    if (owner !== undefined && owner !== id && all.some((each) => each.id === owner)) choose(owner);
  }, [owner, id, all, choose]);

  return (
    <>
      <BackLink to={paths.institutionBulk()} label={t('import.back')} />
      {query.data === undefined && isAppError(query.error, 'not_found') ? (
        <EmptyState
          icon={IconFileOff}
          level={1}
          title={t('import.notFound.title')}
          body={t('import.notFound.body')}
          action={<Link to={paths.institutionBulk()}>{t('import.notFound.action')}</Link>}
        />
      ) : (
        <DataState query={query}>{(data) => <ImportView key={data.id} item={data} />}</DataState>
      )}
    </>
  );
}
