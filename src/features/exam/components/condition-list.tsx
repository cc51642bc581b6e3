import { IconCircleCheckFilled, IconCircleDashed, IconHourglass } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { formatDateTime } from '~/lib/format/dates';
import { paths } from '~/lib/paths';
import { type Condition, type ConditionKey, examConditions } from '../model/conditions';
import type { Eligibility } from '../schemas';
import classes from './condition-list.module.css';

const signs = { met: IconCircleCheckFilled, open: IconCircleDashed, waiting: IconHourglass };

/** What the exam asks for, each point with its state, and for what is missing the place where it is done. */
export function ConditionList({ eligibility, trackId }: { eligibility: Eligibility; trackId: string }) {
  return (
    <ul className={classes.list}>
      {examConditions(eligibility).map((condition) => (
        <ConditionRow key={condition.key} condition={condition} eligibility={eligibility} trackId={trackId} />
      ))}
    </ul>
  );
}

function ConditionRow({
  condition,
  eligibility,
  trackId,
}: {
  condition: Condition;
  eligibility: Eligibility;
  trackId: string;
}) {
  const { t } = useTranslation('exam');
  const { key, state } = condition;
  const Sign = signs[state];
  return (
    <li className={classes.item} data-state={state}>
      <span className={classes.sign}>
        <Sign size={22} aria-hidden="true" />
      </span>
      <span className={classes.name}>
        {t(`conditions.${key}.name`)}
        <span className="visually-hidden">{`: ${t(`conditions.state.${state}`)}`}</span>
      </span>
      <span className={classes.more}>
        <ConditionDetail condition={condition} eligibility={eligibility} />{' '}
        {state === 'open' && key !== 'cooldown' && (
          <Link to={fixAddress(key, trackId)}>{t(`conditions.${key}.fix`)}</Link>
        )}
      </span>
    </li>
  );
}

function fixAddress(key: Exclude<ConditionKey, 'cooldown'>, trackId: string) {
  const dashboard = `${paths.dashboard()}?track=${encodeURIComponent(trackId)}`;
  switch (key) {
    case 'modules':
      return `${dashboard}#modules`;
    case 'mockTest':
      return `${dashboard}#mock-tests`;
    case 'identity':
      return `${paths.exam(trackId)}#identity`;
    case 'attempts':
      return paths.checkout('addon', trackId);
  }
}

function ConditionDetail({
  condition: { key, state },
  eligibility,
}: {
  condition: Condition;
  eligibility: Eligibility;
}) {
  const { t } = useTranslation('exam');
  switch (key) {
    case 'modules':
      return t('conditions.modules.detail', {
        completed: eligibility.modules_completed,
        total: eligibility.modules_total,
      });
    case 'mockTest':
      return t(state === 'met' ? 'conditions.mockTest.met' : 'conditions.mockTest.open');
    case 'identity': {
      const status = eligibility.identity_status ?? 'missing';
      return t(`conditions.identity.${status}`);
    }
    case 'attempts':
      return t('conditions.attempts.detail', { count: eligibility.attempts_left, total: eligibility.attempts_total });
    case 'cooldown':
      return t('conditions.cooldown.detail', {
        time: eligibility.cooldown_until ? formatDateTime(eligibility.cooldown_until) : '',
      });
  }
}
