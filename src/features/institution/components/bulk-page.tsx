import { useTranslation } from 'react-i18next';
import { PageHeader } from '~/components/page-header';

export default function BulkPage() {
  const { t } = useTranslation('institution');
  return <PageHeader title={t('bulk.title')} />;
}
