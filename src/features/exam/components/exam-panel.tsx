import { Button } from '@mantine/core';
import { IconTicket } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '~/components/panel';
import { formatPaise } from '~/lib/format/money';
import { paths } from '~/lib/paths';
import { examStage } from '../model/exam-stage';
import type { Eligibility } from '../schemas';
import { ConditionList } from './condition-list';
import classes from './open-exam.module.css';
import { OpenExam } from './open-exam';
import { ScheduleForm } from './schedule-form';

type ExamTrack = { id: string; name: string; addon_price: number };
type Props = { track: ExamTrack; eligibility: Eligibility; certificate: ReactNode };

/** The one thing to do next about the exam. */
export function ExamPanel({ track, eligibility, certificate }: Props) {
  const { t } = useTranslation('exam');
  const stage = examStage(eligibility);
  const note = t('attemptsLeft', { count: eligibility.attempts_left });
  return (
    <Panel title={t(`stage.${stage}`)} note={stage === 'schedulable' ? note : undefined}>
      {stage === 'outside' && (
        <div className={classes.box}>
          <p>{t('outside')}</p>
          <Button component={Link} to={paths.track(track.id)}>
            {t('seeTrack')}
          </Button>
        </div>
      )}
      {stage === 'certified' && certificate}
      {stage === 'schedulable' && <ScheduleForm trackId={track.id} />}
      {eligibility.open_session && <OpenExam stage={stage} session={eligibility.open_session} />}
      {stage === 'blocked' && <ConditionList eligibility={eligibility} trackId={track.id} />}
      {stage === 'exhausted' && (
        <div className={classes.box}>
          <p>{t('exhausted', { total: eligibility.attempts_total })}</p>
          <Button
            component={Link}
            to={paths.checkout('addon', track.id)}
            leftSection={<IconTicket size={20} aria-hidden="true" />}
          >
            {t('buyAttempt', { price: formatPaise(track.addon_price) })}
          </Button>
          <ConditionList eligibility={eligibility} trackId={track.id} />
        </div>
      )}
    </Panel>
  );
}
