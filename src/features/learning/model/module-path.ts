import { paths } from '~/lib/paths';

/** A module can be part of several tracks, so the address says in which one it is being learned. */
export const modulePath = (moduleId: string, trackId: string) =>
  `${paths.module(moduleId)}?track=${encodeURIComponent(trackId)}`;
