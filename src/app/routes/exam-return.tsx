import { useParams } from 'react-router';
import { CertificateLink } from '~/features/certificates/components/certificate-card';
import { ExamReturnPage } from '~/features/exam/components/exam-return-page';

export default function ExamReturnRoute() {
  const { trackId = '' } = useParams();
  return <ExamReturnPage trackId={trackId} certificate={<CertificateLink trackId={trackId} />} />;
}
