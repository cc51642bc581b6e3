import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { progressQueryOptions } from '../api/get-progress';
import { saveVideoPosition } from '../api/save-video-position';
import { createPositionKeeper } from '../model/position-keeper';
import type { Watching } from '../model/video-position';

type Place = { enrolmentId: string; moduleId: string; initial: Watching };

/** Keeps the place in a video: while it plays, on pause, and when the page is hidden, closed or left. */
export function useVideoPlace({ enrolmentId, moduleId, initial }: Place) {
  const queryClient = useQueryClient();
  const [keeper] = useState(() =>
    createPositionKeeper(initial, {
      store: localStorage,
      key: `video-place:${enrolmentId}:${moduleId}`,
      now: () => performance.now(),
      save: async (watching) => {
        await saveVideoPosition({ enrolmentId, moduleId, ...watching });
        queryClient.setQueryData(progressQueryOptions(enrolmentId).queryKey, (entries) => {
          if (entries === undefined) return entries;
          const place = {
            positionSeconds: Math.floor(watching.position),
            watchedSeconds: Math.floor(watching.watched),
          };
          const known = entries.find((entry) => entry.moduleId === moduleId);
          const status = known?.status === 'completed' ? known.status : ('in_progress' as const);
          const base = known ?? { moduleId, completedAt: null, updatedAt: new Date().toISOString() };
          return [...entries.filter((entry) => entry !== known), { ...base, ...place, status }];
        });
      },
    }),
  );

  useEffect(() => {
    // What an earlier visit left behind is delivered first.
    void keeper.flush();
    const flushWhenHidden = () => {
      if (document.visibilityState === 'hidden') void keeper.flush();
    };
    const flush = () => void keeper.flush();
    document.addEventListener('visibilitychange', flushWhenHidden);
    window.addEventListener('pagehide', flush);
    window.addEventListener('online', flush);
    return () => {
      document.removeEventListener('visibilitychange', flushWhenHidden);
      window.removeEventListener('pagehide', flush);
      window.removeEventListener('online', flush);
      void keeper.flush();
    };
  }, [keeper]);

  return keeper;
}
