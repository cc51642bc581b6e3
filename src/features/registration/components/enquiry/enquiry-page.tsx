import { Container } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { BackLink } from '~/components/back-link';
import { PageHeader } from '~/components/page-header';
import { paths } from '~/lib/paths';
import { isEnquiryKind } from '../../model/enquiry-form';
import { EnquiryPanel } from './enquiry-panel';

/** Open to everybody, signed in or not: an institution has no account before it has an agreement. */
export default function EnquiryPage() {
  const { t } = useTranslation('registration');
  const [search, setSearch] = useSearchParams();
  const asked = search.get('kind');
  const kind = isEnquiryKind(asked) ? asked : null;
  return (
    <Container size="md" px={0}>
      <BackLink to={paths.register()} label={t('enquiry.back')} />
      <PageHeader title={t(`enquiry.title.${kind ?? 'any'}`)} description={t('enquiry.intro')} />
      <EnquiryPanel kind={kind} onKind={(next) => setSearch({ kind: next }, { replace: true })} />
    </Container>
  );
}
