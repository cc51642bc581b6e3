import { readModules, readTracks, type Module } from '../../supabase/seeds/build/read-content.ts';

export interface Lesson extends Module {
  trackName: string;
  /** 1 for the first module of its track. */
  number: number;
  total: number;
}

export function readLessons(): Lesson[] {
  const modules = readModules();
  return readTracks().flatMap((track) => {
    const own = modules.filter((module) => module.track === track.id);
    return own.map((module, index) => ({ ...module, trackName: track.name, number: index + 1, total: own.length }));
  });
}
