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
  const left = eligibility.data?.attempts_left;
  return (
    <Panel title={t('card.title')} id={id} note={left === undefined ? undefined : t('attemptsLeft', { count: left })}>
      <DataState query={eligibility}>{(standing) => <Short eligibility={standing} trackId={trackId} />}</DataState>
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
        {eligibility.open_session && (stage === 'preparing' || stage === 'joinable') && (
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
