import { Skeleton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type SyntheticEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { ErrorState } from '~/components/error-state';
import { formatClock } from '~/lib/format/durations';
import { captionsQueryOptions } from '../api/get-captions';
import { isOnTheWeb, mediaUrlQueryOptions } from '../api/get-media-url';
import { resumePosition, type Watching } from '../model/video-position';
import { useVideoPlace } from './use-video-place';
import classes from './video-player.module.css';

type Props = { enrolmentId: string; moduleId: string; title: string; path: string; initial: Watching };

/** Waits for the address of the video and its captions: tracks added later are not shown by every browser. */
export function VideoPlayer(props: Props) {
  const url = useQuery(mediaUrlQueryOptions(props.path));
  const captions = useQuery(captionsQueryOptions(props.path));
  if (url.isError) return <ErrorState error={url.error} onRetry={() => void url.refetch()} />;
  if (url.data === undefined || captions.isPending) {
    return (
      <div className={classes.frame} aria-hidden="true">
        <Skeleton height="100%" radius={0} />
      </div>
    );
  }
  return <Player {...props} src={url.data} captions={captions.data ?? null} onStale={() => void url.refetch()} />;
}

function Player({
  enrolmentId,
  moduleId,
  title,
  path,
  src,
  captions,
  initial,
  onStale,
}: Props & { src: string; captions: string | null; onStale: () => void }) {
  const { t } = useTranslation('learning');
  const keeper = useVideoPlace({ enrolmentId, moduleId, initial });
  const renewed = useRef(false);
  const [resumedAt, setResumedAt] = useState(0);

  const begin = ({ currentTarget: video }: SyntheticEvent<HTMLVideoElement>) => {
    const position = resumePosition(keeper.current.position, video.duration);
    if (position > 0) video.currentTime = position;
    setResumedAt(position);
  };
  // The address ends after an hour. Asked for once more, not in a circle.
  const renew = () => {
    if (renewed.current) return;
    renewed.current = true;
    onStale();
  };

  return (
    <div>
      <div className={classes.frame}>
        {/* oxlint-disable-next-line jsx-a11y/media-has-caption -- a video without a captions file has the same content as text below */}
        <video
          key={src}
          src={src}
          controls
          playsInline
          preload="metadata"
          // Captions of ours need it; another site may not know us.
          crossOrigin={isOnTheWeb(path) ? undefined : 'anonymous'}
          aria-label={t('video.label', { title })}
          onLoadedMetadata={begin}
          onTimeUpdate={({ currentTarget }) => {
            if (!currentTarget.paused && !currentTarget.seeking) keeper.played(currentTarget.currentTime);
          }}
          onSeeked={({ currentTarget }) => keeper.jumped(currentTarget.currentTime)}
          onPlaying={() => {
            renewed.current = false;
          }}
          onPause={() => void keeper.flush()}
          onEnded={() => void keeper.flush()}
          onError={renew}
        >
          {captions !== null && (
            <track kind="captions" src={captions} srcLang="en" label={t('video.captions')} default />
          )}
        </video>
      </div>
      {resumedAt > 0 && <p className={classes.resumed}>{t('video.resumed', { time: formatClock(resumedAt) })}</p>}
    </div>
  );
}
