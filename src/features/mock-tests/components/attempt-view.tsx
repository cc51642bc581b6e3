import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { LoadingState } from '~/components/loading-state';
import { isAppError } from '~/lib/supabase/app-error';
import { attemptQueryOptions } from '../api/get-attempt';
import { AttemptResults } from './attempt-results';
import { TestRunner } from './test-runner';

/** A running attempt is gone on with, a finished one shows its result. */
export function AttemptView({ attemptId, attemptsLeft }: { attemptId: string; attemptsLeft: number | null }) {
  const { t } = useTranslation('tests');
  const attempt = useQuery(attemptQueryOptions(attemptId));
  return (
    <DataState
      query={attempt}
      loading={<LoadingState lines={4} height={80} />}
      errorText={(error) => (isAppError(error, 'forbidden') ? t('attemptMissing') : undefined)}
    >
      {(data) =>
        data.status === 'in_progress' ? (
          <TestRunner key={data.id} attempt={data} />
        ) : (
          <AttemptResults key={data.id} attempt={data} attemptsLeft={attemptsLeft} />
        )
      }
    </DataState>
  );
}
