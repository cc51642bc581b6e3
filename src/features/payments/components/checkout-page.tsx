import { Button, Card, Container, Text, ThemeIcon, Title } from '@mantine/core';
import { IconCheck } from '@tabler/icons-react';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, Navigate, useParams, useSearchParams } from 'react-router';
import { BackLink } from '~/components/back-link';
import { DataState } from '~/components/data-state';
import { PageHeader } from '~/components/page-header';
import { profileQueryOptions } from '~/entities/profile/get-profile';
import { useCurrentUser } from '~/entities/session/use-session';
import { trackQueryOptions } from '~/entities/track/get-track';
import { paths } from '~/lib/paths';
import { CheckoutPanel } from './checkout-panel';

const kinds = { addon: 'addon_attempt', renewal: 'renewal' } as const;

/** Buys something for a track that the person is enrolled in: one more exam attempt, or a renewal. */
export default function CheckoutPage() {
  const { purchase } = useParams();
  const [search] = useSearchParams();
  const trackId = search.get('track');
  if ((purchase !== 'addon' && purchase !== 'renewal') || trackId === null)
    return <Navigate to={paths.dashboard()} replace />;
  return <Checkout purchase={purchase} trackId={trackId} />;
}

function Checkout({ purchase, trackId }: { purchase: keyof typeof kinds; trackId: string }) {
  const { t } = useTranslation('payments');
  const user = useCurrentUser();
  const queryClient = useQueryClient();
  const [paid, setPaid] = useState(false);
  const track = useQuery(trackQueryOptions(trackId));
  const profile = useQuery(profileQueryOptions(user.id));

  async function finish() {
    setPaid(true);
    // Attempts, certificates and enrolments all changed: whatever shows them asks again.
    await queryClient.invalidateQueries();
  }

  if (paid) return <Done text={t(purchase === 'addon' ? 'checkout.addonDone' : 'checkout.renewalDone')} />;
  return (
    <Container size="lg" px={0}>
      <BackLink to={`${paths.dashboard()}?track=${encodeURIComponent(trackId)}`} />
      <DataState query={track}>
        {({ id, name }) => (
          <>
            <PageHeader
              title={t(purchase === 'addon' ? 'checkout.addonTitle' : 'checkout.renewalTitle')}
              description={t(purchase === 'addon' ? 'checkout.addonIntro' : 'checkout.renewalIntro', { track: name })}
            />
            <DataState query={profile}>
              {({ full_name, email, phone }) => (
                <CheckoutPanel
                  kind={kinds[purchase]}
                  track={{ id, name }}
                  buyer={{ name: full_name, email, phone }}
                  onPaid={() => void finish()}
                />
              )}
            </DataState>
          </>
        )}
      </DataState>
    </Container>
  );
}

function Done({ text }: { text: string }) {
  const { t } = useTranslation('payments');
  return (
    <Container size="xs" px={0}>
      <Card ta="center" py="xl">
        <ThemeIcon size={64} radius="xl" color="green" variant="light" mx="auto" mb="md">
          <IconCheck size={32} aria-hidden="true" />
        </ThemeIcon>
        <Title order={1} size="h2">
          {t('checkout.doneTitle')}
        </Title>
        <Text mt="xs" role="status">
          {text}
        </Text>
        <Button component={Link} to={paths.dashboard()} mt="xl" mx="auto">
          {t('checkout.toDashboard')}
        </Button>
      </Card>
    </Container>
  );
}
