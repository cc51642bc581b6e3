import { Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { DataState } from '~/components/data-state';
import { ErrorState } from '~/components/error-state';
import { LoadingState } from '~/components/loading-state';
import { Panel } from '~/components/panel';
import { LazyRichText } from '~/components/rich-text/lazy-rich-text';
import { formatMinutes } from '~/lib/format/durations';
import { usePageTitle } from '~/lib/use-page-title';
import type { LearningModule } from '../api/get-module';
import { modulesQueryOptions } from '../api/get-modules';
import { progressQueryOptions } from '../api/get-progress';
import { courseModules, courseProgress, neighbours } from '../model/course';
import { Completion } from './completion';
import { CourseOutline } from './course-outline';
import { Markdown } from './markdown';
import { ModuleNav } from './module-nav';
import classes from './module-page.module.css';
import { PdfViewer } from './pdf-viewer';
import { VideoPlayer } from './video-player';

type Props = { module: LearningModule; enrolmentId: string; trackId: string };

export function ModuleContent({ module, enrolmentId, trackId }: Props) {
  const { t } = useTranslation('learning');
  const modules = useQuery(modulesQueryOptions(trackId));
  const progress = useQuery(progressQueryOptions(enrolmentId));
  usePageTitle(module.title);
  if (modules.isError) return <ErrorState error={modules.error} onRetry={() => void modules.refetch()} />;
  if (modules.data === undefined) return <LoadingState lines={4} height={80} />;

  const course = courseModules(modules.data, progress.data ?? []);
  const own = course.find((entry) => entry.id === module.id);
  return (
    <>
      <header className={classes.header}>
        <Title order={1}>{module.title}</Title>
        <p className={classes.meta}>
          {own !== undefined && <span>{t('position', { number: own.number, total: course.length })}</span>}
          <span>{t(`difficulty.${module.difficulty}`)}</span>
          <span>{formatMinutes(module.duration_minutes)}</span>
        </p>
      </header>
      <div className={classes.layout}>
        <div className={classes.stack}>
          <DataState query={progress}>
            {(entries) =>
              module.video_path === null ? null : (
                <PlacedVideo
                  module={module}
                  path={module.video_path}
                  enrolmentId={enrolmentId}
                  entry={entries.find((entry) => entry.moduleId === module.id)}
                />
              )
            }
          </DataState>
          {(module.content !== null || module.body.trim() !== '') && (
            <Panel title={t('read')}>
              {module.content === null ? <Markdown text={module.body} /> : <LazyRichText content={module.content} />}
            </Panel>
          )}
          {module.pdf_path !== null && (
            <Panel title={t('pdf.title')}>
              <PdfViewer path={module.pdf_path} title={module.title} />
            </Panel>
          )}
          {progress.data !== undefined && (
            <Panel title={t('complete.title')}>
              <Completion enrolmentId={enrolmentId} moduleId={module.id} completedAt={own?.completedAt ?? null} />
            </Panel>
          )}
          <ModuleNav {...neighbours(course, module.id)} trackId={trackId} />
        </div>
        <aside className={classes.stack}>
          <Panel title={t('topics')}>
            <ul className={classes.topics}>
              {module.topics.map((topic) => (
                <li key={topic}>{topic}</li>
              ))}
            </ul>
          </Panel>
          <Panel title={t('outline.title')} note={t('outline.percent', { percent: courseProgress(course).percent })}>
            <CourseOutline modules={course} currentId={module.id} trackId={trackId} />
          </Panel>
        </aside>
      </div>
    </>
  );
}

type Entry = { positionSeconds: number; watchedSeconds: number };

/** The place is taken when the player opens; later saves of its own must not move it. */
function PlacedVideo({
  module,
  path,
  enrolmentId,
  entry,
}: {
  module: LearningModule;
  path: string;
  enrolmentId: string;
  entry: Entry | undefined;
}) {
  const [initial] = useState({ position: entry?.positionSeconds ?? 0, watched: entry?.watchedSeconds ?? 0 });
  return (
    <VideoPlayer enrolmentId={enrolmentId} moduleId={module.id} title={module.title} path={path} initial={initial} />
  );
}
