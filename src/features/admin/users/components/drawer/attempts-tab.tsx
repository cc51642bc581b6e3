import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { StatusBadge } from '~/components/status-badge';
import { formatDateTime } from '~/lib/format/dates';
import { formatPercent } from '~/lib/format/percent';
import { attemptsQueryOptions } from '../../api/get-attempts';
import type { Attempt, PersonDetail } from '../../schemas';
import { Entries, Entry } from './entry';

const outcomeOf = ({ status, passed }: Attempt) =>
  status === 'in_progress' ? 'running' : passed === true ? 'passed' : 'failed';
const tones = { running: 'waiting', passed: 'good', failed: 'bad' } as const;

export function AttemptsTab({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const attempts = useQuery(attemptsQueryOptions(person.id));
  return (
    <DataState query={attempts} empty={<EmptyState title={t('attempts.empty')} />}>
      {(list) => (
        <Entries label={t('tab.attempts')}>
          {list.map((attempt) => (
            <Entry
              key={attempt.id}
              title={t('attempts.title', { test: attempt.test_title, number: attempt.attempt_no })}
              badge={<StatusBadge tone={tones[outcomeOf(attempt)]} label={t(`attempts.${outcomeOf(attempt)}`)} />}
              facts={[
                { name: t('attempts.track'), value: attempt.track_name },
                { name: t('attempts.score'), value: attempt.score === null ? null : formatPercent(attempt.score) },
                { name: t('attempts.started'), value: formatDateTime(attempt.started_at) },
                { name: t('attempts.ended'), value: attempt.submitted_at && formatDateTime(attempt.submitted_at) },
                {
                  name: t('attempts.extra'),
                  value:
                    attempt.extra_seconds === 0
                      ? null
                      : t('attempts.minutes', { count: Math.round(attempt.extra_seconds / 60) }),
                },
              ]}
            />
          ))}
        </Entries>
      )}
    </DataState>
  );
}
