import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { openPrograms, raised, serveCatalogue, trackRow } from '~/testing/programs';

// Whole pages with an editor in them take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const rows = [
  trackRow(),
  trackRow({ id: 'ai-leadership', name: 'AI Leadership', state: 'changed' }),
  trackRow({ id: 'ai-schools', name: 'AI for Schools', state: 'draft', published_at: null }),
];
const lists = { list_catalogue_tracks: () => Response.json({ all: 3, rows }) };
const names = () => screen.getAllByRole('listitem').map((item) => within(item).getAllByRole('link')[0]?.textContent);

describe('the list of tracks', () => {
  it('shows each with its state, and leads to it', async () => {
    serveCatalogue(lists);
    openPrograms();
    // The first to load the client and its parts.
    const link = await screen.findByRole('link', { name: 'AI Leadership' }, { timeout: 10_000 });
    expect(link).toHaveAttribute('href', '/admin/programs/tracks/ai-leadership');
    expect(screen.getByText('Draft changes', { selector: 'span' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Mock tests' })).toBeNull();
  });

  it('leads to the tests those who may edit them', async () => {
    serveCatalogue(lists);
    openPrograms('/admin/programs', ['catalogue.manage', 'tests.manage']);
    expect(await screen.findByRole('link', { name: 'Mock tests' })).toHaveAttribute('href', '/admin/programs/tests');
  });

  it('keeps search and status in the address and asks the server', async () => {
    const server = serveCatalogue(lists);
    const { user, address } = openPrograms('/admin/programs?state=draft');
    await screen.findByRole('link', { name: 'AI Leadership' });
    expect(server.asked('list_catalogue_tracks')).toEqual([{ p_state: 'draft' }]);
    await user.type(screen.getByRole('textbox', { name: 'Search tracks' }), 'school{Enter}');
    await waitFor(() => expect(address()).toBe('/admin/programs?state=draft&search=school'));
    expect(server.asked('list_catalogue_tracks').at(-1)).toEqual({ p_state: 'draft', p_search: 'school' });
    expect(screen.getByText('Clear search and status to change the order.')).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /^Move/ })).toBeNull();
  });

  it('is put in another order by its buttons, and kept with a reason', async () => {
    const server = serveCatalogue(lists);
    const { user } = openPrograms();
    await user.click(await screen.findByRole('button', { name: 'Move AI for Schools up' }));
    expect(names()).toEqual(['AI Foundations', 'AI for Schools', 'AI Leadership']);
    expect(screen.getByText('AI for Schools is now at place 2 of 3.')).toBeInTheDocument();
    await user.click(screen.getByRole('button', { name: 'Save order' }));
    const dialog = await screen.findByRole('dialog', { name: 'Save the new order?' });
    await user.type(within(dialog).getByRole('textbox', { name: /reason|why/i }), 'Schools sell');
    await user.click(within(dialog).getByRole('button', { name: 'Save order' }));
    await waitFor(() =>
      expect(server.asked('order_tracks')).toEqual([
        { p_ids: ['ai-foundations', 'ai-schools', 'ai-leadership'], p_reason: 'Schools sell' },
      ]),
    );
  });

  it('goes back to its order when the new one is not wanted', async () => {
    serveCatalogue(lists);
    const { user } = openPrograms();
    await user.click(await screen.findByRole('button', { name: 'Move AI Foundations down' }));
    await user.click(screen.getByRole('button', { name: 'Undo' }));
    expect(names()).toEqual(['AI Foundations', 'AI Leadership', 'AI for Schools']);
    expect(screen.queryByRole('button', { name: 'Save order' })).toBeNull();
  });

  it('says when there is nothing, and when it cannot be read', async () => {
    serveCatalogue({ list_catalogue_tracks: () => Response.json({ all: 0, rows: [] }) });
    const { unmount } = openPrograms();
    expect(await screen.findByRole('heading', { name: 'No tracks yet' })).toBeInTheDocument();
    unmount();
    serveCatalogue({
      list_catalogue_tracks: () => Response.json({ code: '42501', message: 'not_allowed' }, { status: 403 }),
    });
    openPrograms();
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});

describe('a new track', () => {
  it('takes its address from its name, and opens', async () => {
    const server = serveCatalogue({ ...lists, create_track: () => Response.json('ai-for-law') });
    const { user, address } = openPrograms();
    await user.click(screen.getByRole('button', { name: 'New track' }));
    const dialog = await screen.findByRole('dialog', { name: 'New track' });
    await user.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'AI for Law!');
    expect(within(dialog).getByRole('textbox', { name: /Address/ })).toHaveValue('ai-for-law');
    await user.type(within(dialog).getByRole('textbox', { name: /reason|why/i }), 'New offer');
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(address()).toBe('/admin/programs/tracks/ai-for-law'));
    expect(server.asked('create_track')).toEqual([
      { p_id: 'ai-for-law', p_name: 'AI for Law!', p_reason: 'New offer' },
    ]);
  });

  it('says why not', async () => {
    serveCatalogue({ ...lists, create_track: () => raised('id_taken') });
    const { user } = openPrograms();
    await user.click(screen.getByRole('button', { name: 'New track' }));
    const dialog = await screen.findByRole('dialog', { name: 'New track' });
    await user.type(within(dialog).getByRole('textbox', { name: /Name/ }), 'AI Foundations');
    await user.type(within(dialog).getByRole('textbox', { name: /reason|why/i }), 'New offer');
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));
    expect(await within(dialog).findByText('Another track has this address.')).toBeInTheDocument();
  });
});

it('a track is archived with a reason, and asked for once', async () => {
  const server = serveCatalogue(lists);
  const { user } = openPrograms();
  await user.click(await screen.findByRole('button', { name: 'More for AI Foundations' }));
  await user.click(await screen.findByRole('menuitem', { name: 'Archive' }));
  const dialog = await screen.findByRole('dialog', { name: 'Archive AI Foundations?' });
  await user.click(within(dialog).getByRole('button', { name: 'Archive' }));
  expect(server.asked('archive_track')).toEqual([]);
  await user.type(within(dialog).getByRole('textbox', { name: /reason|why/i }), 'Out of date');
  await user.click(within(dialog).getByRole('button', { name: 'Archive' }));
  await waitFor(() =>
    expect(server.asked('archive_track')).toEqual([
      { p_track_id: 'ai-foundations', p_archived: true, p_reason: 'Out of date' },
    ]),
  );
});
