import { Alert, Button, Title } from '@mantine/core';
import { IconArrowLeft, IconCloudUp, IconDoorExit, IconHourglass, IconPlayerPlay } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Panel } from '~/components/panel';
import { formatMinutes } from '~/lib/format/durations';
import { formatPercent } from '~/lib/format/percent';
import { errorText } from '~/lib/i18n/error-text';
import { paths } from '~/lib/paths';
import { toAppError } from '~/lib/supabase/errors';
import { usePageTitle } from '~/lib/use-page-title';
import type { Standing } from '../api/get-standing';
import type { MockTest } from '../api/get-test';
import { useStartAttempt } from '../api/start-attempt';
import { AttemptHistory } from './attempt-history';
import classes from './test-instructions.module.css';

type Props = {
  test: MockTest;
  standing: Standing;
  attemptsLeft: number | null;
  onStarted: (attemptId: string) => void;
};

export function TestInstructions({ test, standing, attemptsLeft, onStarted }: Props) {
  const { t } = useTranslation('tests');
  const { t: common } = useTranslation('common');
  const start = useStartAttempt();
  usePageTitle(test.title);
  const running = standing.runningId !== null;
  const none = attemptsLeft === 0 && !running;
  const code = start.error === null ? null : toAppError(start.error).code;
  const known = ['attempts_exhausted', 'not_enrolled', 'test_not_found'] as const;
  const ownCode = known.find((each) => each === code);
  return (
    <>
      <Link to={`${paths.dashboard()}?track=${encodeURIComponent(test.track_id)}`} className={classes.back}>
        <IconArrowLeft size={18} aria-hidden="true" />
        {t('toDashboard')}
      </Link>
      <div className={classes.page}>
        <header>
          <Title order={1}>{test.title}</Title>
          <p className={classes.description}>{test.description}</p>
        </header>
        <Panel title={t('rules.title')}>
          <dl className={classes.facts}>
            <Fact name={t('rules.time')} value={formatMinutes(test.duration_minutes)} />
            <Fact name={t('rules.toPass')} value={formatPercent(test.passing_score)} />
            <Fact
              name={t('rules.attemptsLeft')}
              value={attemptsLeft === null ? t('rules.unlimited') : String(attemptsLeft)}
            />
            {standing.bestScore !== null && <Fact name={t('rules.best')} value={formatPercent(standing.bestScore)} />}
          </dl>
          <ul className={classes.rules}>
            <li>
              <IconHourglass size={20} aria-hidden="true" />
              <span>{t('rules.clock')}</span>
            </li>
            <li>
              <IconCloudUp size={20} aria-hidden="true" />
              <span>{t('rules.saved')}</span>
            </li>
            <li>
              <IconDoorExit size={20} aria-hidden="true" />
              <span>{t('rules.leaving')}</span>
            </li>
          </ul>
          {running && <p className={classes.notice}>{t('rules.running')}</p>}
          {none && <p className={classes.notice}>{t(test.active ? 'rules.noneLeft' : 'startError.test_not_found')}</p>}
          {start.error !== null && (
            <Alert color="red" role="alert" mb="md">
              {ownCode === undefined ? errorText(common, start.error) : t(`startError.${ownCode}`)}
            </Alert>
          )}
          {!none && (
            <Button
              size="lg"
              loading={start.isPending}
              leftSection={<IconPlayerPlay size={20} aria-hidden="true" />}
              onClick={() => start.mutate(test.id, { onSuccess: onStarted })}
            >
              {t(running ? 'rules.resume' : 'rules.start')}
            </Button>
          )}
        </Panel>
        {standing.used > 0 && <AttemptHistory testId={test.id} />}
      </div>
    </>
  );
}

function Fact({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{value}</dd>
    </div>
  );
}
