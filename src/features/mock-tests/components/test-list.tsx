import { Button } from '@mantine/core';
import { IconClipboardList } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { DataState } from '~/components/data-state';
import { EmptyState } from '~/components/empty-state';
import { Panel } from '~/components/panel';
import { StatusBadge } from '~/components/status-badge';
import { useCurrentUser } from '~/entities/session/use-session';
import { formatMinutes } from '~/lib/format/durations';
import { formatPercent } from '~/lib/format/percent';
import { paths } from '~/lib/paths';
import { standingQueryOptions } from '../api/get-standing';
import { type MockTestSummary, testsQueryOptions } from '../api/get-tests';
import { attemptsLeft } from '../model/results';
import classes from './test-list.module.css';

/** The mock tests of a track with the person's own standing in each. */
export function TestList({ trackId, id }: { trackId: string; id?: string }) {
  const { t } = useTranslation('tests');
  const tests = useQuery(testsQueryOptions(trackId));
  return (
    <Panel title={t('list.title')} id={id}>
      <DataState query={tests} empty={<EmptyState icon={IconClipboardList} title={t('list.none')} />}>
        {(data) => (
          <ul className={classes.list}>
            {data.map((test) => (
              <TestRow key={test.id} test={test} />
            ))}
          </ul>
        )}
      </DataState>
    </Panel>
  );
}

function TestRow({ test }: { test: MockTestSummary }) {
  const { t } = useTranslation('tests');
  const user = useCurrentUser();
  const standing = useQuery(standingQueryOptions(test.id, user.id)).data;
  const left = attemptsLeft(test.attempts_allowed, standing?.used ?? 0);
  const running = standing !== undefined && standing.runningId !== null;
  const action = running ? 'resume' : left === 0 ? 'view' : standing && standing.used > 0 ? 'again' : 'open';
  return (
    <li className={classes.item}>
      <div>
        <h3 className={classes.name}>{test.title}</h3>
        <p className={classes.meta}>
          <span>{formatMinutes(test.duration_minutes)}</span>
          <span>{t('list.toPass', { percent: test.passing_score })}</span>
          <span>{left === null ? t('list.unlimited') : t('list.left', { count: left })}</span>
          {standing && standing.bestScore !== null && (
            <span>
              {t('list.best')} <strong>{formatPercent(standing.bestScore)}</strong>
            </span>
          )}
        </p>
        {(running || standing?.passed) && (
          <div className={classes.badge}>
            <StatusBadge tone={running ? 'waiting' : 'good'} label={t(running ? 'history.running' : 'result.passed')} />
          </div>
        )}
      </div>
      <Button
        component={Link}
        to={running ? `${paths.mockTest(test.id)}?attempt=${standing.runningId}` : paths.mockTest(test.id)}
        variant={running ? 'filled' : standing?.used === 0 ? 'light' : 'default'}
        aria-label={t(`list.${action}Label`, { title: test.title })}
      >
        {t(`list.${action}`)}
      </Button>
    </li>
  );
}
