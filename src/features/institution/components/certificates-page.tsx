import { useTranslation } from 'react-i18next';
import { PageHeader } from '~/components/page-header';

export default function CertificatesPage() {
  const { t } = useTranslation('institution');
  return <PageHeader title={t('certificates.title')} />;
}
