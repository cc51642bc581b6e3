import { useParams } from 'react-router';
import { CertificateLink } from '~/features/certificates/components/certificate-card';
import { ExamPage } from '~/features/exam/components/exam-page';

/** The exam together with the certificate that it leads to. */
export default function ExamRoute() {
  const { trackId = '' } = useParams();
  return <ExamPage trackId={trackId} certificate={<CertificateLink trackId={trackId} />} />;
}
