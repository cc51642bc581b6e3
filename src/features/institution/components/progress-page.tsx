import { useTranslation } from 'react-i18next';
import { PageHeader } from '~/components/page-header';

export default function ProgressPage() {
  const { t } = useTranslation('institution');
  return <PageHeader title={t('progress.title')} />;
}
