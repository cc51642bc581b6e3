import { Button } from '@mantine/core';
import { IconBrandLinkedin, IconCopy, IconExternalLink, IconShare } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { notify } from '~/components/notify';
import { Panel } from '~/components/panel';
import { env } from '~/lib/env';
import { paths } from '~/lib/paths';
import type { Certificate } from '../api/get-certificate';
import { addToProfileUrl, shareUrl } from '../model/linkedin';
import classes from './certificate-page.module.css';

export function SharePanel({ certificate }: { certificate: Certificate }) {
  const { t } = useTranslation('certificates');
  const { t: common } = useTranslation('common');
  const verifyUrl = `${env.appUrl}${paths.verify(certificate.number)}`;
  const addUrl = addToProfileUrl({
    number: certificate.number,
    trackName: certificate.track_name,
    issuer: common('productFull'),
    issuedAt: certificate.issued_at,
    expiresAt: certificate.expires_at,
    verifyUrl,
  });
  const copy = () => {
    navigator.clipboard.writeText(verifyUrl).then(
      () => notify('success', common('copied')),
      () => notify('error', t('share.copyFailed')),
    );
  };
  return (
    <Panel title={t('share.title')}>
      <div className={classes.actions}>
        <p className={classes.text}>{t('share.verify')}</p>
        <Link to={paths.verify(certificate.number)} className={classes.address}>
          {verifyUrl}
        </Link>
        <Button variant="default" leftSection={<IconCopy size={20} aria-hidden="true" />} onClick={copy}>
          {t('share.copy')}
        </Button>
        <Outside
          href={addUrl}
          icon={<IconBrandLinkedin size={20} aria-hidden="true" />}
          label={t('share.addToProfile')}
        />
        <Outside href={shareUrl(verifyUrl)} icon={<IconShare size={20} aria-hidden="true" />} label={t('share.post')} />
      </div>
    </Panel>
  );
}

function Outside({ href, icon, label }: { href: string; icon: ReactNode; label: string }) {
  const { t } = useTranslation('certificates');
  return (
    <Button
      component="a"
      href={href}
      target="_blank"
      rel="noreferrer"
      variant="default"
      leftSection={icon}
      rightSection={<IconExternalLink size={16} aria-hidden="true" />}
    >
      {label}
      <span className="visually-hidden">{t('newTab')}</span>
    </Button>
  );
}
