import { Button } from '@mantine/core';
import { IconSchool } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { EmptyState } from '~/components/empty-state';
import { paths } from '~/lib/paths';

/** Instead of the form, for who paid in another tab or came back after the webhook had enrolled them. */
export function AlreadyEnrolled({ track }: { track: string }) {
  const { t } = useTranslation('payments');
  return (
    <EmptyState
      icon={IconSchool}
      title={t('pay.enrolledTitle')}
      body={t('pay.enrolled', { track })}
      action={
        <Button component={Link} to={paths.dashboard()} mt="sm">
          {t('checkout.toDashboard')}
        </Button>
      }
    />
  );
}
