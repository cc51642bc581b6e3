import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import { formatDateTime } from '~/lib/format/dates';
import { formatPercent } from '~/lib/format/percent';
import { examsQueryOptions } from '../../api/get-exams';
import type { Exam, PersonDetail } from '../../schemas';
import { Entries, Entry } from './entry';

const tones: Record<Exam['status'], StatusTone> = {
  scheduled: 'waiting',
  ready: 'waiting',
  started: 'waiting',
  submitted: 'waiting',
  review: 'warning',
  passed: 'good',
  failed: 'bad',
  voided: 'bad',
  cancelled: 'neutral',
  missed: 'bad',
};

export function ExamsTab({ person }: { person: PersonDetail }) {
  const { t } = useTranslation('adminUsers');
  const exams = useQuery(examsQueryOptions(person.id));
  return (
    <DataState query={exams} empty={<EmptyState title={t('exams.empty')} />}>
      {(list) => (
        <Entries label={t('tab.exams')}>
          {list.map((exam) => (
            <Entry
              key={exam.id}
              title={t('exams.title', { track: exam.track_name, number: exam.attempt_no })}
              badge={<StatusBadge tone={tones[exam.status]} label={t(`exams.status.${exam.status}`)} />}
              facts={[
                { name: t('exams.when'), value: formatDateTime(exam.scheduled_at) },
                { name: t('exams.score'), value: exam.score === null ? null : formatPercent(exam.score) },
                { name: t('exams.rating'), value: exam.proctor_rating && t(`exams.ratings.${exam.proctor_rating}`) },
                { name: t('exams.note'), value: exam.note },
              ]}
            />
          ))}
        </Entries>
      )}
    </DataState>
  );
}
