import { Button } from '@mantine/core';
import { IconAward, IconExternalLink } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Panel } from '~/components/panel';
import { StatusBadge, type StatusTone } from '~/components/status-badge';
import type { Certificate } from '../api/get-certificate';
import { type BadgeStep, badgeStep } from '../model/badge';
import classes from './certificate-page.module.css';

const tones: Record<BadgeStep, StatusTone> = {
  issuing: 'waiting',
  acceptable: 'warning',
  accepted: 'good',
  rejected: 'neutral',
  revoked: 'bad',
};

export function BadgePanel({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const step = badgeStep(certificate);
  const address = certificate.credly_url;
  return (
    <Panel title={t('badge.title')}>
      <div className={classes.actions}>
        <div>
          <StatusBadge tone={tones[step]} label={t(`badge.state.${step}`)} />
        </div>
        <p className={classes.text}>{t(`badge.meaning.${step}`)}</p>
        {address !== null && (step === 'acceptable' || step === 'accepted') && (
          <Button
            component="a"
            href={address}
            target="_blank"
            rel="noreferrer"
            variant={step === 'acceptable' ? 'filled' : 'default'}
            leftSection={<IconAward size={20} aria-hidden="true" />}
            rightSection={<IconExternalLink size={16} aria-hidden="true" />}
          >
            {t(`badge.action.${step}`)}
            <span className="visually-hidden">{t('newTab')}</span>
          </Button>
        )}
      </div>
    </Panel>
  );
}
