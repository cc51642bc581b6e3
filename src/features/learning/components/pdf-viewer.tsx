import { Button } from '@mantine/core';
import { IconExternalLink, IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import { mediaUrlQueryOptions, mediaValidMs } from '../api/get-media-url';
import classes from './pdf-viewer.module.css';

/** The notes of a module. The address is renewed while the page is open, so that the link still works after an hour. */
export function PdfViewer({ path, title }: { path: string; title: string }) {
  const { t } = useTranslation('learning');
  const [shown, setShown] = useState(false);
  const url = useQuery({ ...mediaUrlQueryOptions(path), refetchInterval: shown ? false : mediaValidMs });
  if (url.isError) return <ErrorState error={url.error} onRetry={() => void url.refetch()} />;
  if (url.data === undefined) return <LoadingState lines={1} height={42} />;
  return (
    <div>
      <div className={classes.bar}>
        <Button
          component="a"
          href={url.data}
          target="_blank"
          rel="noreferrer"
          variant="default"
          leftSection={<IconFileTypePdf size={20} aria-hidden="true" />}
          rightSection={<IconExternalLink size={16} aria-hidden="true" />}
        >
          {t('pdf.open')}
          <span className="visually-hidden">{t('pdf.newTab')}</span>
        </Button>
        {navigator.pdfViewerEnabled && (
          <Button variant="default" aria-expanded={shown} onClick={() => setShown(!shown)}>
            {t(shown ? 'pdf.hide' : 'pdf.show')}
          </Button>
        )}
      </div>
      {shown && (
        <object
          data={url.data}
          type="application/pdf"
          className={classes.object}
          aria-label={t('pdf.label', { title })}
        >
          <p className={classes.fallback}>{t('pdf.cannotShow')}</p>
        </object>
      )}
    </div>
  );
}
