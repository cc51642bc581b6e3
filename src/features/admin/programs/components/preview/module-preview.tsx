import { Button } from '@mantine/core';
import { IconFileTypePdf } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';

import { LazyRichText } from '~/components/rich-text/lazy-rich-text';
import { formatMinutes } from '~/lib/format/durations';
import { mediaUrlQueryOptions } from '../../api/get-media-url';
import { isEmptyDocument } from '../../model/rich-document';
import type { ModuleFields, RichDocument } from '../../schemas';
import media from '../media/media.module.css';
import { PreviewModal } from './preview-modal';
import { PreviewPart } from './preview-part';
import classes from './preview.module.css';

type Props = { opened: boolean; fields: ModuleFields; lesson: RichDocument; onClose: () => void };

/** What a learner's page of the module will show. */
export function ModulePreview({ opened, fields, lesson, onClose }: Props) {
  const { t } = useTranslation('programs');
  const video = useQuery({
    ...mediaUrlQueryOptions(fields.video_path ?? ''),
    enabled: opened && fields.video_path !== null,
  });
  const pdf = useQuery({ ...mediaUrlQueryOptions(fields.pdf_path ?? ''), enabled: opened && fields.pdf_path !== null });
  return (
    <PreviewModal opened={opened} title={fields.title} onClose={onClose}>
      <h1>{fields.title}</h1>
      <p className={classes.meta}>
        <span>{t(`difficulty.${fields.difficulty}`)}</span>
        <span>{formatMinutes(fields.duration_minutes)}</span>
      </p>
      <div className={classes.stack}>
        {video.data !== undefined && fields.video_path !== null && (
          // oxlint-disable-next-line jsx-a11y/media-has-caption -- captions lie beside the video and are shown on the learner's page
          <video
            className={media.video}
            src={video.data}
            controls
            playsInline
            preload="metadata"
            aria-label={t('preview.video', { title: fields.title })}
          />
        )}
        {!isEmptyDocument(lesson) && (
          <PreviewPart title={t('preview.lesson')}>
            <LazyRichText content={lesson} />
          </PreviewPart>
        )}
        {pdf.data !== undefined && fields.pdf_path !== null && (
          <PreviewPart title={t('field.pdf_path')}>
            <Button
              component="a"
              href={pdf.data}
              target="_blank"
              rel="noopener noreferrer"
              variant="default"
              leftSection={<IconFileTypePdf size={20} aria-hidden="true" />}
            >
              {t('media.open')}
              <span className="visually-hidden">{t('media.newTab')}</span>
            </Button>
          </PreviewPart>
        )}
        {fields.topics.length > 0 && (
          <PreviewPart title={t('field.topics')}>
            <ul>
              {fields.topics.map((topic) => (
                <li key={topic}>{topic}</li>
              ))}
            </ul>
          </PreviewPart>
        )}
      </div>
    </PreviewModal>
  );
}
