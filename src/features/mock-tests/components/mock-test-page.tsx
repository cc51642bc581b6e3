import { Button } from '@mantine/core';
import { IconLock } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { LoadingState } from '~/components/loading-state';
import { useCurrentUser } from '~/entities/session/use-session';
import { paths } from '~/lib/paths';
import { isAppError } from '~/lib/supabase/app-error';
import { standingQueryOptions } from '../api/get-standing';
import { testQueryOptions } from '../api/get-test';
import { attemptsLeft } from '../model/results';
import { AttemptView } from './attempt-view';
import { TestInstructions } from './test-instructions';

/** Instructions; with `?attempt=` that attempt, so that a reload or a closed tab comes back to it. */
export default function MockTestPage() {
  const { t } = useTranslation('tests');
  const { testId = '' } = useParams();
  const [search, setSearch] = useSearchParams();
  const user = useCurrentUser();
  const test = useQuery(testQueryOptions(testId));
  const standing = useQuery(standingQueryOptions(testId, user.id));
  const attemptId = search.get('attempt');

  if (isAppError(test.error, 'not_found')) {
    return (
      <EmptyState
        icon={IconLock}
        level={1}
        title={t('notOpen.title')}
        body={t('notOpen.body')}
        action={
          <Button component={Link} to={paths.dashboard()} mt="sm">
            {t('toDashboard')}
          </Button>
        }
      />
    );
  }
  const loading = <LoadingState lines={4} height={80} />;
  return (
    <DataState query={test} loading={loading}>
      {(data) => (
        <DataState query={standing} loading={loading}>
          {(mine) => {
            // An archived test is only there for what was begun.
            const left = data.active ? attemptsLeft(data.attempts_allowed, mine.used) : 0;
            return attemptId === null ? (
              <TestInstructions
                test={data}
                standing={mine}
                attemptsLeft={left}
                onStarted={(started) => setSearch({ attempt: started })}
              />
            ) : (
              <AttemptView key={attemptId} attemptId={attemptId} attemptsLeft={left} />
            );
          }}
        </DataState>
      )}
    </DataState>
  );
}
