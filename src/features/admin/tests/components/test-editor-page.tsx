import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { BackLink } from '~/components/back-link';
import { DataState } from '~/components/data-state';
import { paths } from '~/lib/paths';
import { testDetailQueryOptions } from '../api/get-test';
import { TestEditor } from './editor/test-editor';
import { useTestErrorText } from './use-test-error-text';

export default function TestEditorPage() {
  const { t } = useTranslation('adminTests');
  const { testId = '' } = useParams();
  const test = useQuery(testDetailQueryOptions(testId));
  const errorText = useTestErrorText();
  return (
    <>
      <BackLink to={paths.adminTests()} label={t('editor.back')} />
      <DataState query={test} errorText={errorText}>
        {/* Published, discarded or loaded again, it begins anew from what the server has. */}
        {(data) => (
          <TestEditor
            key={`${data.id}-${data.version}-${test.dataUpdatedAt}`}
            test={data}
            reload={() => void test.refetch()}
          />
        )}
      </DataState>
    </>
  );
}
