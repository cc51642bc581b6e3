import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Facts } from '~/components/facts';
import { Section } from '~/components/section';
import { formatDateTime } from '~/lib/format/dates';
import type { PersonDetail } from '../../schemas';
import { ReviewActs } from '../acts/review-acts';
import { IdentityBadge } from '../person-badges';
import { DocumentViewer } from './document-viewer';

/** How the identity document stands; the document itself, and what is decided on it, only for who may decide. */
export function IdentitySection({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const { document } = person;
  const kinds: Record<string, string> = t('identity.kinds', { returnObjects: true });
  return (
    <Section title={t('identity.title')} action={<IdentityBadge state={person.identity} />}>
      {document === null ? (
        <Text c="dimmed">{t(person.identity === 'none' ? 'identity.nothing' : 'identity.closed')}</Text>
      ) : (
        <Stack gap="md">
          <Facts
            facts={[
              { name: t('identity.kind'), value: kinds[document.document_kind ?? ''] ?? document.document_kind },
              { name: t('identity.handedIn'), value: formatDateTime(document.handed_in_at) },
              {
                name: t('identity.reviewed'),
                value: document.reviewed_at && formatDateTime(document.reviewed_at),
              },
              { name: t('identity.reviewer'), value: document.reviewer_name },
              { name: t('identity.note'), value: document.note },
              { name: t('identity.earlier'), value: document.earlier > 0 ? String(document.earlier) : null },
            ]}
          />
          <DocumentViewer key={document.id} documentId={document.id} name={person.full_name || t('noName')} />
          <ReviewActs documentId={document.id} state={person.identity} />
        </Stack>
      )}
    </Section>
  );
}
