import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { moduleCard, openPrograms, raised, secondCard, serveCatalogue, trackDetail } from '~/testing/programs';

// Whole pages with an editor in them take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const at = '/admin/programs/tracks/ai-foundations';
const patient = { timeout: 10_000 };
const nameField = () => screen.findByRole('textbox', { name: /^Name/ }, patient);
const type = (field: HTMLElement, value: string) => fireEvent.change(field, { target: { value } });

describe('the editor of a track', () => {
  it('keeps what is typed as a draft, and says so', async () => {
    const server = serveCatalogue();
    openPrograms(at);
    type(await nameField(), 'AI for everybody');
    expect(screen.getByText('Not saved yet')).toBeInTheDocument();
    type(screen.getByRole('textbox', { name: /^Price$/ }), '5,999.50');
    expect(await screen.findByText('Draft saved', {}, patient)).toBeInTheDocument();
    expect(server.asked('save_track_draft')).toEqual([
      { p_track_id: 'ai-foundations', p_version: 0, p_changes: { name: 'AI for everybody', price: 599_950 } },
    ]);
    expect(screen.getByRole('heading', { level: 1, name: 'AI for everybody' })).toBeInTheDocument();
  });

  it('says what is wrong with a field and does not send it', async () => {
    const server = serveCatalogue();
    openPrograms(at);
    await nameField();
    type(screen.getByRole('textbox', { name: /^Passing score/ }), '170');
    expect(await screen.findByText('This number is too small or too large.')).toBeInTheDocument();
    type(await nameField(), 'AI');
    expect(await screen.findByText('Saved, but not the fields that are marked', {}, patient)).toBeInTheDocument();
    expect(server.asked('save_track_draft')).toEqual([
      { p_track_id: 'ai-foundations', p_version: 0, p_changes: { name: 'AI' } },
    ]);
  });

  it('marks the field that the server refuses', async () => {
    serveCatalogue({ save_track_draft: () => raised('invalid_price') });
    openPrograms(at);
    await nameField();
    type(screen.getByRole('textbox', { name: /^Price$/ }), '10');
    expect(await screen.findByText('This cannot be saved like this.', {}, patient)).toBeInTheDocument();
  });

  it('writes nothing over what somebody else saved, and loads theirs', async () => {
    let name = 'AI Foundations';
    const server = serveCatalogue({
      save_track_draft: () => {
        name = 'By a colleague';
        return raised('changed_meanwhile');
      },
      get_catalogue_track: () =>
        Response.json(trackDetail({ version: name === 'AI Foundations' ? 0 : 4, changes: { name } })),
    });
    const { user } = openPrograms(at);
    type(await nameField(), 'By me');
    const alert = await screen.findByRole('alert', {}, patient);
    expect(alert).toHaveTextContent('Somebody else saved in between');
    await user.click(within(alert).getByRole('button', { name: 'Load the newest version' }));
    await waitFor(async () => expect(await nameField()).toHaveValue('By a colleague'));
    expect(server.asked('save_track_draft')).toHaveLength(1);
  });

  it('tries again when the connection was lost', async () => {
    let lost = true;
    const server = serveCatalogue({
      save_track_draft: () => {
        if (!lost) return Response.json({ version: 1, changes: { name: 'AI' } });
        lost = false;
        throw new TypeError('Failed to fetch');
      },
    });
    const { user } = openPrograms(at);
    type(await nameField(), 'AI');
    await user.click(await screen.findByRole('button', { name: 'Try again' }, patient));
    expect(await screen.findByText('Draft saved', {}, patient)).toBeInTheDocument();
    expect(server.asked('save_track_draft')).toHaveLength(2);
  });

  it('shows what will change before it is published, and asks why', async () => {
    const server = serveCatalogue();
    const { user } = openPrograms(at);
    await nameField();
    expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled();
    type(screen.getByRole('textbox', { name: /^Price$/ }), '5999');
    await user.click(screen.getByRole('button', { name: 'Publish' }));
    const dialog = await screen.findByRole('dialog', { name: 'Publish AI Foundations?' }, patient);
    expect(dialog).toHaveTextContent('Was: ₹4,999');
    expect(dialog).toHaveTextContent('Will be: ₹5,999');
    expect(dialog).toHaveTextContent('Orders that are open keep their price.');
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'New prices');
    await user.click(within(dialog).getByRole('button', { name: 'Publish' }));
    await waitFor(() =>
      expect(server.asked('publish_track')).toEqual([
        { p_track_id: 'ai-foundations', p_version: 1, p_reason: 'New prices' },
      ]),
    );
  });

  it('begins anew after publishing, and says that it is done', async () => {
    let version = 3;
    serveCatalogue({
      get_catalogue_track: () =>
        Response.json(trackDetail({ version, changes: version === 3 ? { tagline: 'New' } : {} })),
      publish_track: () => {
        version = 4;
        return Response.json(null);
      },
    });
    const { user } = openPrograms(at);
    await user.click(await screen.findByRole('button', { name: 'Publish' }, patient));
    const dialog = await screen.findByRole('dialog', {}, patient);
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Ready');
    await user.click(within(dialog).getByRole('button', { name: 'Publish' }));
    expect(await screen.findByText('Published.', {}, patient)).toBeInTheDocument();
    await waitFor(() => expect(screen.getByRole('button', { name: 'Publish' })).toBeDisabled());
  });

  it('leads to the new address of a track that was never published', async () => {
    let renamed = false;
    serveCatalogue({
      get_catalogue_track: ({ p_track_id }) =>
        renamed && p_track_id === 'ai-foundations'
          ? raised('track_not_found')
          : Response.json(trackDetail({ id: String(p_track_id), state: 'draft', published_at: null })),
      rename_track: () => {
        renamed = true;
        return Response.json('ai-basics');
      },
    });
    const { user, address } = openPrograms(at);
    await user.click(await screen.findByRole('button', { name: 'More for AI Foundations' }, patient));
    await user.click(await screen.findByRole('menuitem', { name: 'Change address' }));
    const dialog = await screen.findByRole('dialog', {}, patient);
    type(within(dialog).getByRole('textbox', { name: /^Address/ }), 'ai-basics');
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Shorter');
    await user.click(within(dialog).getByRole('button', { name: 'Change address' }));
    await waitFor(() => expect(address()).toBe('/admin/programs/tracks/ai-basics'), patient);
  });

  it('says in the dialog why it cannot be published', async () => {
    serveCatalogue({
      get_catalogue_track: () => Response.json(trackDetail({ state: 'draft', published_at: null })),
      publish_track: () => raised('modules_unpublished'),
    });
    const { user } = openPrograms(at);
    await user.click(await screen.findByRole('button', { name: 'Publish' }, patient));
    const dialog = await screen.findByRole('dialog', {}, patient);
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Ready');
    await user.click(within(dialog).getByRole('button', { name: 'Publish' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent(
      'Some modules of the track were never published.',
    );
  });

  it('puts modules in order, takes them out and adds others, all in the draft', async () => {
    const third = moduleCard({ id: '00000000-0000-4000-8000-000000000303', title: 'Ethics' });
    const server = serveCatalogue({
      list_catalogue_modules: () => Response.json({ rows: [third], next: null, total: 1, total_capped: false }),
    });
    const { user } = openPrograms(at);
    await user.click(await screen.findByRole('button', { name: 'Move Data up' }, patient));
    await user.click(screen.getByRole('button', { name: 'Take What AI is out of the track' }));
    await user.click(screen.getByRole('button', { name: 'Add an existing module' }));
    await user.click(await screen.findByRole('button', { name: 'Add Ethics' }, patient));
    await waitFor(
      () => expect(server.asked('save_track_draft').at(-1)?.p_changes).toEqual({ modules: [secondCard.id, third.id] }),
      patient,
    );
  });

  it('previews the draft', async () => {
    serveCatalogue();
    const { user } = openPrograms(at);
    type(await nameField(), 'AI for everybody');
    await user.click(screen.getByRole('button', { name: 'Preview' }));
    const dialog = await screen.findByRole('dialog', { name: 'Preview of AI for everybody' }, patient);
    expect(within(dialog).getByRole('heading', { level: 1, name: 'AI for everybody' })).toBeInTheDocument();
    expect(dialog).toHaveTextContent('In plain words.');
  });

  it('that is archived cannot be edited, only restored', async () => {
    serveCatalogue({ get_catalogue_track: () => Response.json(trackDetail({ state: 'archived' })) });
    openPrograms(at);
    expect(await nameField()).toBeDisabled();
    expect(screen.queryByRole('button', { name: 'Publish' })).toBeNull();
  });

  it('of no track says so', async () => {
    serveCatalogue({ get_catalogue_track: () => raised('track_not_found') });
    openPrograms(at);
    expect(await screen.findByRole('heading', { name: 'There is no such track' }, patient)).toBeInTheDocument();
  });
});
