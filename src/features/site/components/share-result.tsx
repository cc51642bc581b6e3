import { IconLink, IconPrinter } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import site from './site.module.css';

export function ShareResult() {
  const { t } = useTranslation('site');
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(globalThis.location.href);
      setCopied(true);
    } catch {
      // Without leave to write, the address bar still has the link.
      setCopied(false);
    }
  };
  return (
    <>
      <button type="button" className={site.button} onClick={() => void copy()}>
        <IconLink size={20} aria-hidden="true" />
        <span aria-live="polite">{t(copied ? 'verify.copied' : 'verify.copyLink')}</span>
      </button>
      <button type="button" className={site.quiet} onClick={() => globalThis.print()}>
        <IconPrinter size={20} aria-hidden="true" />
        {t('verify.print')}
      </button>
    </>
  );
}
