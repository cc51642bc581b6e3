import { Card, Group, SimpleGrid, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { Facts } from '~/components/facts';
import { LoadingState } from '~/components/loading-state';
import { StatusBadge } from '~/components/status-badge';
import { formatDateTime } from '~/lib/format/dates';
import { overviewQueryOptions } from '../api/get-overview';
import { healthOf } from '../model/kinds';
import type { VendorHealth } from '../schemas';

const tones = { good: 'good', troubled: 'bad', quiet: 'neutral' } as const;

/** Whether each vendor answers, by what was last heard of it. */
export function VendorsPanel() {
  const { t } = useTranslation('adminOperations');
  const overview = useQuery(overviewQueryOptions());
  return (
    <section aria-label={t('health.title')}>
      <DataState query={overview} loading={<LoadingState lines={1} height={160} />}>
        {({ vendors }) => (
          <SimpleGrid cols={{ base: 1, xs: 2, md: 4 }} mb="lg">
            {vendors.map((vendor) => (
              <Vendor key={vendor.vendor} health={vendor} />
            ))}
          </SimpleGrid>
        )}
      </DataState>
    </section>
  );
}

function Vendor({ health }: { health: VendorHealth }) {
  const { t } = useTranslation('adminOperations');
  const state = healthOf(health);
  const time = (at: string | null) => (at === null ? t('health.never') : formatDateTime(at));
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs">
          <Title order={2} size="h4">
            {t(`vendor.${health.vendor}`)}
          </Title>
          <StatusBadge tone={tones[state]} label={t(`health.${state}`)} />
        </Group>
        <Facts
          facts={[
            { name: t('health.waiting'), value: health.waiting.toLocaleString('en-IN') },
            { name: t('health.failedToday'), value: health.failed_today.toLocaleString('en-IN') },
            { name: t('health.lastSuccess'), value: time(health.last_success_at) },
            { name: t('health.lastFailure'), value: time(health.last_failure_at) },
            { name: t('health.error'), value: health.last_error },
          ]}
        />
      </Stack>
    </Card>
  );
}
