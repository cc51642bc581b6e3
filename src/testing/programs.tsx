import { Notifications } from '@mantine/notifications';
import { Route, Routes } from 'react-router';
import { vi } from 'vitest';
import { LiveRegion } from '~/components/live-region';
import { accessQueryOptions } from '~/entities/permissions/access';
import * as store from '~/entities/session/session-store';
import ModulePage from '~/features/admin/programs/components/modules/module-page';
import ModulesPage from '~/features/admin/programs/components/modules/modules-page';
import TrackPage from '~/features/admin/programs/components/tracks/track-page';
import TracksPage from '~/features/admin/programs/components/tracks/tracks-page';
import type { ModuleCard, ModuleDetail, TrackDetail, TrackRow } from '~/features/admin/programs/schemas';
import { createQueryClient } from '~/lib/query-client';
import { renderApp } from './render';

type Body = Record<string, unknown>;
type Answer = (body: Body) => Response;

const me = '00000000-0000-4000-8000-000000000104';
export const raised = (message: string) => Response.json({ code: 'P0001', message }, { status: 400 });

export const trackRow = (changes: Partial<TrackRow> = {}): TrackRow => ({
  id: 'ai-foundations',
  name: 'AI Foundations',
  tagline: 'Begin here',
  color: 'indigo',
  icon: 'bulb',
  price: 499_900,
  modules: 2,
  state: 'published',
  published_at: '2026-01-01T00:00:00Z',
  edited_at: null,
  edited_by: null,
  ...changes,
});

export const moduleCard = (changes: Partial<ModuleCard> = {}): ModuleCard => ({
  id: '00000000-0000-4000-8000-000000000301',
  title: 'What AI is',
  difficulty: 'beginner',
  duration_minutes: 30,
  state: 'published',
  video: false,
  pdf: false,
  edited_at: '2026-01-01T00:00:00Z',
  tracks: [{ id: 'ai-foundations', name: 'AI Foundations' }],
  ...changes,
});
export const secondCard = moduleCard({ id: '00000000-0000-4000-8000-000000000302', title: 'Data' });

const published = {
  state: 'published' as const,
  published_at: '2026-01-01T00:00:00Z',
  archived_at: null,
  version: 0,
  edited_at: null,
  edited_by: null,
  changes: {},
};

export const trackDetail = (changes: Partial<TrackDetail> = {}): TrackDetail => ({
  ...published,
  id: 'ai-foundations',
  description: 'In plain words.',
  live: {
    name: 'AI Foundations',
    tagline: 'Begin here',
    content: null,
    color: 'indigo',
    icon: 'bulb',
    duration_hours: 20,
    price: 499_900,
    addon_price: 99_900,
    renewal_price: 149_900,
    passing_score: 70,
    target_audience: ['Everybody'],
    prerequisites: [],
    competencies: ['Judge'],
    validity_months: 24,
    access_months: 12,
    attempts_included: 2,
    exam_minutes: 60,
    cooldown_hours: 24,
    modules: [moduleCard().id, secondCard.id],
  },
  modules: [moduleCard(), secondCard],
  ...changes,
});

export const moduleDetail = (changes: Partial<ModuleDetail> = {}): ModuleDetail => ({
  ...published,
  id: moduleCard().id,
  body: '## A lesson\n\nIn **Markdown**.',
  live: {
    title: 'What AI is',
    description: 'A working definition.',
    content: null,
    duration_minutes: 30,
    difficulty: 'beginner',
    topics: ['Definitions'],
    video_path: null,
    video_seconds: null,
    pdf_path: null,
  },
  video: null,
  pdf: null,
  tracks: [{ id: 'ai-foundations', name: 'AI Foundations' }],
  ...changes,
});

/** Plays the server. A save is kept and answered as the database does; a test says what it answers otherwise, and reads what it was asked. */
export function serveCatalogue(changed: Record<string, Answer> = {}) {
  const asked: [name: string, body: Body][] = [];
  let version = 0;
  let kept: Body = {};
  const save: Answer = ({ p_changes }) => {
    version += 1;
    kept = { ...kept, ...(typeof p_changes === 'object' ? p_changes : {}) };
    return Response.json({ version, changes: kept, edited_at: null, edited_by: null });
  };
  const answers: Record<string, Answer> = {
    list_catalogue_tracks: () => Response.json({ all: 1, rows: [trackRow()] }),
    list_catalogue_modules: () =>
      Response.json({ rows: [moduleCard(), secondCard], next: null, total: 2, total_capped: false }),
    get_catalogue_track: () => Response.json(trackDetail()),
    get_catalogue_module: () => Response.json(moduleDetail()),
    save_track_draft: save,
    save_module_draft: save,
    ...changed,
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const name = url.pathname.split('/').at(-1) ?? '';
    const body: Body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    asked.push([name, body]);
    return Promise.resolve(answers[name]?.(body) ?? Response.json(null));
  });
  return { asked: (name: string) => asked.filter(([each]) => each === name).map(([, body]) => body) };
}

/** The pages of the catalogue, as a person with these permissions sees them. */
export function openPrograms(at = '/admin/programs', permissions = ['catalogue.manage']) {
  vi.spyOn(store, 'readSession').mockReturnValue({ status: 'signed-in', userId: me, email: 'nila@example.com' });
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  queryClient.setQueryData(accessQueryOptions(me).queryKey, {
    kind: 'staff',
    status: 'active',
    permissions,
    institutions: [],
  });
  return renderApp(
    <>
      <Routes>
        <Route path="/admin/programs" element={<TracksPage />} />
        <Route path="/admin/programs/tracks/:trackId" element={<TrackPage />} />
        <Route path="/admin/programs/modules" element={<ModulesPage />} />
        <Route path="/admin/programs/modules/:moduleId" element={<ModulePage />} />
      </Routes>
      <LiveRegion />
      <Notifications transitionDuration={0} />
    </>,
    { at, queryClient },
  );
}
