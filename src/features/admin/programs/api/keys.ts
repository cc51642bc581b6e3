import type { ModuleCursor } from '../schemas';

export type TrackQuery = { search: string; state: string | null };
export type ModuleQuery = TrackQuery & { after: ModuleCursor | null };

export const programKeys = {
  all: ['programs'] as const,
  tracks: (query: TrackQuery) => [...programKeys.all, 'tracks', query] as const,
  track: (trackId: string) => [...programKeys.all, 'track', trackId] as const,
  modules: (query: ModuleQuery) => [...programKeys.all, 'modules', query] as const,
  module: (moduleId: string) => [...programKeys.all, 'module', moduleId] as const,
  media: (path: string) => [...programKeys.all, 'media', path] as const,
};
