import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { NewerOlder } from '~/components/newer-older';
import { Panel } from '~/components/panel';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { useCurrentUser } from '~/entities/session/use-session';
import { formatDateTime } from '~/lib/format/dates';
import { formatPercent } from '~/lib/format/percent';
import { examHistoryQueryOptions } from '../api/get-exam-history';
import type { ExamStatus } from '../schemas';
import classes from '~/components/history-list.module.css';

const tones: Record<ExamStatus, StatusTone> = {
  scheduled: 'waiting',
  ready: 'waiting',
  started: 'waiting',
  submitted: 'waiting',
  review: 'waiting',
  passed: 'good',
  failed: 'warning',
  voided: 'neutral',
  cancelled: 'neutral',
  missed: 'bad',
};

export function PastExams({ trackId }: { trackId: string }) {
  const { t } = useTranslation('exam');
  const user = useCurrentUser();
  const [page, setPage] = useState(0);
  const history = useQuery(examHistoryQueryOptions(trackId, user.id, page));
  if (history.data !== undefined && history.data.exams.length === 0 && page === 0) return null;
  return (
    <Panel title={t('history.title')}>
      <DataState query={history}>
        {({ exams, hasMore }) => (
          <>
            <ol className={classes.list}>
              {exams.map((exam) => (
                <li key={exam.id} className={classes.item}>
                  <span className={classes.name}>
                    <strong>
                      {exam.status === 'cancelled'
                        ? t('history.booking')
                        : t('history.attempt', { number: exam.attempt_no })}
                    </strong>
                    <span>{formatDateTime(exam.started_at ?? exam.scheduled_at)}</span>
                  </span>
                  {exam.score !== null && <span className={classes.score}>{formatPercent(exam.score)}</span>}
                  <StatusBadge tone={tones[exam.status]} label={t(`status.${exam.status}`)} />
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
