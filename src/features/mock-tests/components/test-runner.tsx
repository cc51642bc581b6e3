import { Button } from '@mantine/core';
import { IconAlertTriangle, IconSend } from '@tabler/icons-react';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { usePageTitle } from '~/lib/use-page-title';
import type { ReadAttempt } from '../api/get-attempt';
import { paletteEntries, paletteSummary } from '../model/palette';
import { Countdown } from './countdown';
import { Palette } from './palette';
import { QuestionCard } from './question-card';
import { SaveIndicator } from './save-indicator';
import { SubmitDialog } from './submit-dialog';
import classes from './test-runner.module.css';
import { useAttemptRunner } from './use-attempt-runner';
import { usePlace } from './use-place';
import { type SubmissionState, useSubmission } from './use-submission';

export function TestRunner({ attempt }: { attempt: ReadAttempt }) {
  const { t } = useTranslation('tests');
  const { runner, snapshot, deadlineAt } = useAttemptRunner(attempt);
  const submission = useSubmission({ attemptId: attempt.id, testId: attempt.mock_test.id }, runner, deadlineAt);
  const [index, go] = usePlace(attempt.id, attempt.questions.length);
  const [asking, setAsking] = useState(false);
  usePageTitle(attempt.mock_test.title);

  const question = attempt.questions[index];
  const { time } = runner;
  const shownId = question?.id ?? null;
  useEffect(() => {
    time.show(shownId);
    return () => time.show(null);
  }, [time, shownId]);
  const entries = paletteEntries(
    attempt.questions.map(({ id }) => id),
    snapshot.answers,
    index,
  );
  const summary = paletteSummary(entries);
  const locked = submission.state === 'sending' || submission.state === 'waiting' || snapshot.saveState === 'closed';
  if (question === undefined) return null;

  return (
    <>
      <div className={classes.bar}>
        <h1 className={classes.name}>{attempt.mock_test.title}</h1>
        <SaveIndicator state={snapshot.saveState} waiting={snapshot.waiting} />
        <Countdown clock={runner.clock} deadlineAt={deadlineAt} onEnd={submission.onTick} />
      </div>
      <SubmissionNotice state={submission.state} waiting={snapshot.waiting} />
      <div className={classes.layout}>
        <QuestionCard
          question={question}
          number={index + 1}
          total={attempt.questions.length}
          answer={snapshot.answers[question.id]}
          disabled={locked}
          refused={snapshot.refused.includes(question.id)}
          onAnswer={(selected) => runner.queue.give(question.id, { selected })}
          onFlag={(flagged) => runner.queue.give(question.id, { flagged })}
          onGo={go}
        />
        <aside className={classes.aside}>
          <Panel
            title={t('palette.title')}
            note={t('palette.summary', { answered: summary.answered, total: entries.length })}
          >
            <Palette entries={entries} onPick={go} />
          </Panel>
          <Button
            size="md"
            fullWidth
            variant={summary.answered === entries.length ? 'filled' : 'default'}
            loading={submission.state === 'sending' || submission.state === 'waiting'}
            leftSection={<IconSend size={18} aria-hidden="true" />}
            onClick={() => {
              setAsking(true);
              void runner.reportTime();
            }}
          >
            {t('submit.open')}
          </Button>
        </aside>
      </div>
      <SubmitDialog
        opened={asking}
        summary={summary}
        total={entries.length}
        busy={submission.state === 'sending'}
        onClose={() => setAsking(false)}
        onPick={(number) => {
          setAsking(false);
          go(number - 1);
        }}
        onConfirm={() => void submission.submit(false).finally(() => setAsking(false))}
      />
    </>
  );
}

function SubmissionNotice({ state, waiting }: { state: SubmissionState; waiting: number }) {
  const { t } = useTranslation('tests');
  if (state === 'none' || state === 'sending') return null;
  return (
    <p role="alert" className={classes.notice} data-tone={state === 'failed' ? 'bad' : undefined}>
      <IconAlertTriangle size={20} aria-hidden="true" />
      {t(`submit.${state}`, { count: waiting })}
    </p>
  );
}
