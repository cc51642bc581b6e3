import { Button } from '@mantine/core';
import { IconCheck, IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { announce } from '~/components/announce';
import { ErrorState } from '~/components/error-state';
import { formatDate } from '~/lib/format/dates';
import { isAppError } from '~/lib/supabase/app-error';
import { useCompleteModule } from '../api/complete-module';
import classes from './completion.module.css';

type Props = { enrolmentId: string; moduleId: string; completedAt: string | null };

export function Completion({ enrolmentId, moduleId, completedAt }: Props) {
  const { t } = useTranslation('learning');
  const complete = useCompleteModule();
  const ended = isAppError(complete.error, 'not_enrolled');
  const mark = () =>
    complete.mutate(
      { enrolmentId, moduleId },
      {
        onSuccess: ({ modules_completed, modules_total }) =>
          announce(t('complete.announced', { completed: modules_completed, total: modules_total })),
      },
    );
  return (
    <div className={classes.box}>
      {completedAt === null ? (
        <>
          <div className={classes.words}>
            <p>{t('complete.question')}</p>
            <p>{t('complete.whatCounts')}</p>
          </div>
          <Button loading={complete.isPending} onClick={mark} leftSection={<IconCheck size={20} aria-hidden="true" />}>
            {t('complete.mark')}
          </Button>
        </>
      ) : (
        <div className={classes.words}>
          <p className={classes.done}>
            <IconCircleCheck size={22} aria-hidden="true" />
            {t('complete.done', { date: formatDate(completedAt) })}
          </p>
          <p>{t('complete.again')}</p>
        </div>
      )}
      {complete.isError && (
        <div className={classes.error}>
          <ErrorState error={complete.error} text={ended ? t('complete.notEnrolled') : undefined} onRetry={mark} />
        </div>
      )}
    </div>
  );
}
