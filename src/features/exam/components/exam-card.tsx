import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { Panel } from '~/components/panel';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { watchedEligibilityQueryOptions } from '../api/get-eligibility';
import { examStage } from '../model/exam-stage';
import type { Eligibility } from '../schemas';
import { ConditionList } from './condition-list';
import classes from './open-exam.module.css';

/** The exam in short for the dashboard; everything is done on its own page. */
export function ExamCard({ trackId, id }: { trackId: string; id?: string }) {
  const { t } = useTranslation('exam');
  const eligibility = useQuery(watchedEligibilityQueryOptions(trackId));
  const standing = eligibility.data;
  const counts = standing !== undefined && !['certified', 'outside'].includes(examStage(standing));
  return (
    <Panel
      title={t('card.title')}
      id={id}
      note={counts ? t('attemptsLeft', { count: standing.attempts_left }) : undefined}
    >
      <DataState query={eligibility}>{(data) => <Short eligibility={data} trackId={trackId} />}</DataState>
    </Panel>
  );
}

function Short({ eligibility, trackId }: { eligibility: Eligibility; trackId: string }) {
  const { t } = useTranslation('exam');
  const stage = examStage(eligibility);
  const calm = stage === 'blocked' || stage === 'certified' || stage === 'outside';
  return (
    <div className={classes.box}>
      <p>
        {t(`card.${stage}`)}
        {eligibility.open_session && (stage === 'preparing' || stage === 'booked' || stage === 'joinable') && (
          <> {t('open.booked', { time: formatDateTime(eligibility.open_session.scheduled_at) })}</>
        )}
      </p>
      {(stage === 'blocked' || stage === 'exhausted') && <ConditionList eligibility={eligibility} trackId={trackId} />}
      {stage !== 'outside' && (
        <Button component={Link} to={paths.exam(trackId)} variant={calm ? 'default' : 'filled'} fullWidth>
          {t(`card.action.${stage}`)}
        </Button>
      )}
    </div>
  );
}
