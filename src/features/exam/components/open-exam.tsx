import { Button, Loader } from '@mantine/core';
import { IconDoorEnter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatDateTime } from '~/lib/format/dates';
import { type ExamStage, isCancellable, safeSessionUrl } from '../model/exam-stage';
import type { Eligibility } from '../schemas';
import { CancelExam } from './cancel-exam';
import classes from './open-exam.module.css';

type OpenSession = NonNullable<Eligibility['open_session']>;

/** An exam that is booked, under way, or waiting for its result. */
export function OpenExam({ stage, session }: { stage: ExamStage; session: OpenSession }) {
  const { t } = useTranslation('exam');
  const room = safeSessionUrl(session.session_url);
  const cancellable = isCancellable(session.status);
  return (
    <div className={classes.box}>
      {cancellable && (
        <p className={classes.when}>{t('open.booked', { time: formatDateTime(session.scheduled_at) })}</p>
      )}
      {stage === 'preparing' && (
        <div className={classes.waiting} role="status">
          <Loader size="sm" aria-hidden="true" />
          <p>{t('open.preparing')}</p>
        </div>
      )}
      {stage === 'booked' && <p>{t('open.early')}</p>}
      {stage === 'joinable' && <p>{t('open.joinable')}</p>}
      {stage === 'running' && <p>{t('open.running')}</p>}
      {stage === 'awaiting' && (
        <div className={classes.waiting} role="status">
          <Loader size="sm" aria-hidden="true" />
          <p>{t('open.awaiting')}</p>
        </div>
      )}
      {stage === 'review' && <p>{t('open.review')}</p>}
      {(stage === 'booked' || stage === 'joinable') && <p className={classes.muted}>{t('open.bring')}</p>}
      <div className={classes.actions}>
        {(stage === 'joinable' || stage === 'running') && room !== null && (
          <Button component="a" href={room} leftSection={<IconDoorEnter size={20} aria-hidden="true" />}>
            {t(stage === 'running' ? 'open.rejoin' : 'open.join')}
          </Button>
        )}
        {cancellable && <CancelExam examSessionId={session.id} scheduledAt={session.scheduled_at} />}
      </div>
    </div>
  );
}
