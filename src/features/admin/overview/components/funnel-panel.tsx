import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { shareOf } from '../model/change';
import { funnelSteps, type Overview } from '../schemas';
import classes from './funnel-panel.module.css';

/** Of those who registered in the period, how many reached each step: in all, and of the step before. */
export function FunnelPanel({ funnel }: { funnel: Overview['funnel'] }) {
  const { t } = useTranslation('adminOverview');
  return (
    <Panel title={t('funnel.title')} note={t('funnel.note')}>
      {funnel.registered === 0 ? (
        <Text c="dimmed">{t('funnel.empty')}</Text>
      ) : (
        <ol className={classes.steps}>
          {funnelSteps.map((step, at) => {
            const before = funnelSteps[at - 1];
            const share = shareOf(funnel[step], funnel.registered);
            return (
              <li key={step}>
                <span className={classes.name}>{t(`funnel.${step}`)}</span>
                <strong>{funnel[step].toLocaleString('en-IN')}</strong>
                <span className={classes.bar} aria-hidden="true">
                  <span style={{ width: `${share}%` }} />
                </span>
                {before !== undefined && (
                  <span className={classes.shares}>
                    <span>{t('funnel.share', { percent: `${share}%` })}</span>
                    <span>{t('funnel.ofBefore', { percent: `${shareOf(funnel[step], funnel[before])}%` })}</span>
                  </span>
                )}
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
