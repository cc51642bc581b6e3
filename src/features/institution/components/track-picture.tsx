import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { formatPercent } from '~/lib/format/percent';
import { studentProgress, studentStates, type TrackStanding } from '../schemas';
import { BarList } from './bar-list';
import { StackedBar } from './stacked-bar';
import classes from './track-picture.module.css';

/** Where the students of a track stand, as pictures whose every number is also written. */
export function TrackPicture({ track }: { track: TrackStanding }) {
  const { t } = useTranslation('institution');
  const joined = track.students - track.invited;
  const facts = [
    ['averagePercent', formatPercent(track.average_percent)],
    [
      'averageTest',
      track.average_test_score === null ? t('progress.noValue') : formatPercent(track.average_test_score),
    ],
    ['testPassed', t('progress.of', { part: track.test_passed, count: joined })],
    ['certified', t('progress.of', { part: track.certified, count: track.students })],
  ] as const;
  const link = (name: string, value: string) =>
    `?${new URLSearchParams({ track: track.track_id, [name]: value })}#students`;
  return (
    <Panel title={track.track_name} note={t('progress.students', { count: track.students })}>
      <div className={classes.parts}>
        <StackedBar
          title={t('progress.states')}
          parts={studentStates.map((state) => ({
            key: state,
            label: t(`students.states.${state}`),
            count: track[state],
            to: link('state', state),
          }))}
        />
        <div className={classes.pair}>
          <BarList
            title={t('progress.completion')}
            bars={studentProgress.map((share) => ({
              key: share,
              label: t(`students.progress.${share}`),
              count: track.completion[share],
            }))}
          />
          <BarList
            title={t('progress.exams')}
            bars={[
              { key: 'passed', label: t('students.exams.passed'), count: track.exam_passed, tone: 'good' },
              { key: 'failed', label: t('students.exams.failed'), count: track.exam_failed, tone: 'bad' },
              {
                key: 'open',
                label: t('progress.noExam'),
                count: Math.max(joined - track.exam_passed - track.exam_failed, 0),
                tone: 'plain',
              },
            ]}
          />
          <dl className={classes.facts}>
            {facts.map(([name, value]) => (
              <div key={name}>
                <dt>{t(`progress.facts.${name}`)}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </div>
      </div>
    </Panel>
  );
}
