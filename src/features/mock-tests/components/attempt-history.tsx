import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { NewerOlder } from '~/components/newer-older';
import { Panel } from '~/components/panel';
import { StatusBadge } from '~/components/status-badge';
import { useCurrentUser } from '~/entities/session/use-session';
import { formatDateTime } from '~/lib/format/dates';
import { formatPercent } from '~/lib/format/percent';
import { historyQueryOptions, type PastAttempt } from '../api/get-history';
import classes from '~/components/history-list.module.css';

export function AttemptHistory({ testId }: { testId: string }) {
  const { t } = useTranslation('tests');
  const user = useCurrentUser();
  const [page, setPage] = useState(0);
  const history = useQuery(historyQueryOptions(testId, user.id, page));
  return (
    <Panel title={t('history.title')}>
      <DataState query={history}>
        {({ attempts, hasMore }) => (
          <>
            <ol className={classes.list}>
              {attempts.map((attempt) => (
                <li key={attempt.id} className={classes.item}>
                  <Past attempt={attempt} />
                </li>
              ))}
            </ol>
            <NewerOlder page={page} hasMore={hasMore} busy={history.isPlaceholderData} onPage={setPage} />
          </>
        )}
      </DataState>
    </Panel>
  );
}

function Past({ attempt }: { attempt: PastAttempt }) {
  const { t } = useTranslation('tests');
  const running = attempt.status === 'in_progress';
  return (
    <>
      <span className={classes.name}>
        <strong>{t('history.attempt', { number: attempt.attempt_no })}</strong>
        <span>{formatDateTime(attempt.started_at)}</span>
      </span>
      {!running && <span className={classes.score}>{formatPercent(attempt.score ?? 0)}</span>}
      <StatusBadge
        tone={running ? 'waiting' : attempt.passed ? 'good' : 'warning'}
        label={t(running ? 'history.running' : attempt.passed ? 'result.passed' : 'result.notPassed')}
      />
      <Link
        to={`?attempt=${attempt.id}`}
        className="tap"
        aria-label={t('history.openLabel', { number: attempt.attempt_no })}
      >
        {t(running ? 'history.goOn' : 'history.open')}
      </Link>
    </>
  );
}
