import { fireEvent, screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import * as upload from '~/features/admin/programs/api/upload-media';
import { AppError } from '~/lib/supabase/app-error';
import { moduleDetail, openPrograms, raised, serveCatalogue } from '~/testing/programs';

// Whole pages with an editor in them take their time on a busy machine.
vi.setConfig({ testTimeout: 30_000 });

const at = `/admin/programs/modules/${moduleDetail().id}`;
const patient = { timeout: 10_000 };
const title = () => screen.findByRole('textbox', { name: /^Title/ }, patient);
const pdf = (text = '%PDF-1.7') => new File([text], 'notes.pdf', { type: 'application/pdf' });

beforeEach(() => {
  // jsdom has no layout, of which the editor asks where its cursor is.
  Range.prototype.getClientRects = () => document.createElement('div').getClientRects();
  document.elementFromPoint = () => null;
  Range.prototype.getBoundingClientRect = () => new DOMRect();
});

describe('the editor of a module', () => {
  it('keeps its fields as a draft', async () => {
    const server = serveCatalogue();
    openPrograms(at);
    await title();
    fireEvent.change(screen.getByRole('textbox', { name: /^Topics/ }), { target: { value: 'One\n\n Two ' } });
    await waitFor(
      () =>
        expect(server.asked('save_module_draft')).toEqual([
          { p_module_id: moduleDetail().id, p_version: 0, p_changes: { topics: ['One', 'Two'] } },
        ]),
      patient,
    );
  });

  it('opens a lesson in Markdown as a text with headings, and keeps no document until it is edited', async () => {
    const server = serveCatalogue();
    openPrograms(at);
    const lesson = await screen.findByRole('textbox', { name: 'Text of the lesson' }, patient);
    expect(within(lesson).getByRole('heading', { level: 3, name: 'A lesson' })).toBeInTheDocument();
    expect(within(lesson).getByText('Markdown').tagName).toBe('STRONG');
    expect(screen.getByRole('button', { name: 'Bold' })).toBeInTheDocument();
    await new Promise((resolve) => setTimeout(resolve, 1_200));
    expect(server.asked('save_module_draft')).toEqual([]);
  });

  it('keeps a lesson as a document', async () => {
    const server = serveCatalogue({ get_catalogue_module: () => Response.json(moduleDetail({ body: 'Words' })) });
    const { user } = openPrograms(at);
    const lesson = await screen.findByRole('textbox', { name: 'Text of the lesson' }, patient);
    lesson.focus();
    await user.click(screen.getByRole('button', { name: 'Large heading' }));
    await waitFor(
      () =>
        expect(server.asked('save_module_draft').at(-1)?.p_changes).toEqual({
          content: {
            type: 'doc',
            content: [{ type: 'heading', attrs: { level: 3 }, content: [{ type: 'text', text: 'Words' }] }],
          },
        }),
      patient,
    );
  });

  it('uploads a PDF, shows how far it is, and puts it into the draft', async () => {
    const server = serveCatalogue();
    let finish: (path: string) => void = () => undefined;
    vi.spyOn(upload, 'uploadMedia').mockImplementation(({ onProgress }) => {
      onProgress(0.4);
      return new Promise((resolve) => (finish = resolve));
    });
    const { user } = openPrograms(at);
    await user.upload(await screen.findByLabelText('Choose a PDF', {}, patient), pdf());
    expect(await screen.findByText('Uploading notes.pdf: 40 %')).toBeInTheDocument();
    expect(screen.getByRole('progressbar', { name: 'Upload of notes.pdf' })).toHaveAttribute('aria-valuenow', '40');
    finish('modules/m/u/notes.pdf');
    expect(await screen.findByText('Uploaded PDF')).toBeInTheDocument();
    await waitFor(
      () => expect(server.asked('save_module_draft').at(-1)?.p_changes).toEqual({ pdf_path: 'modules/m/u/notes.pdf' }),
      patient,
    );
    await user.click(screen.getByRole('button', { name: 'Remove PDF' }));
    await waitFor(
      () => expect(server.asked('save_module_draft').at(-1)?.p_changes).toEqual({ pdf_path: null }),
      patient,
    );
  });

  it('looks into a file before it is sent, and believes the server after', async () => {
    serveCatalogue();
    const send = vi.spyOn(upload, 'uploadMedia').mockRejectedValue(new AppError('wrong_content'));
    const { user } = openPrograms(at);
    const field = await screen.findByLabelText('Choose a PDF', {}, patient);
    await user.upload(field, pdf('<html>'));
    expect(await screen.findByText('This is not a PDF, whatever it is called.')).toBeInTheDocument();
    expect(send).not.toHaveBeenCalled();
    await user.upload(field, pdf());
    expect(
      await screen.findByText('The server looked into the file: it is not what its name says.'),
    ).toBeInTheDocument();
  });

  it('takes the address of a video, and no other address', async () => {
    const server = serveCatalogue();
    const { user } = openPrograms(at);
    const address = await screen.findByRole('textbox', { name: /address of a video/ }, patient);
    await user.type(address, 'javascript:alert(1)');
    await user.click(screen.getByRole('button', { name: 'Use this address' }));
    expect(await screen.findByText('Enter the https address of a video file.')).toBeInTheDocument();
    await user.clear(address);
    await user.type(address, 'https://videos.example/a.mp4{Enter}');
    await waitFor(
      () =>
        expect(server.asked('save_module_draft').at(-1)?.p_changes).toEqual({
          video_path: 'https://videos.example/a.mp4',
          video_seconds: null,
        }),
      patient,
    );
  });

  it('is not published with a file that the server has not seen', async () => {
    serveCatalogue({
      get_catalogue_module: () => Response.json(moduleDetail({ version: 2, changes: { title: 'New' } })),
      publish_module: () => raised('pdf_unchecked'),
    });
    const { user } = openPrograms(at);
    await user.click(await screen.findByRole('button', { name: 'Publish' }, patient));
    const dialog = await screen.findByRole('dialog', {}, patient);
    await user.type(within(dialog).getByRole('textbox', { name: /Reason/ }), 'Ready');
    await user.click(within(dialog).getByRole('button', { name: 'Publish' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('The PDF was not checked yet.');
  });
});

describe('the list of modules', () => {
  it('is turned by the server’s cursor, forwards and back, in the address', async () => {
    const next = { title: 'data', id: '00000000-0000-4000-8000-000000000302' };
    const server = serveCatalogue({
      list_catalogue_modules: ({ p_after }) =>
        Response.json({
          rows: [{ ...card, title: p_after === undefined ? 'First page' : 'Second page' }],
          next: p_after === undefined ? next : null,
          total: 10_000,
          total_capped: true,
        }),
    });
    const { user, address } = openPrograms('/admin/programs/modules?search=ai');
    await screen.findByRole('link', { name: 'First page' }, patient);
    await user.click(screen.getByRole('button', { name: 'Next page' }));
    await screen.findByRole('link', { name: 'Second page' }, patient);
    expect(server.asked('list_catalogue_modules').at(-1)).toMatchObject({ p_search: 'ai', p_after: next });
    expect(address()).toContain('after=');
    await user.click(screen.getByRole('button', { name: 'Previous page' }));
    await screen.findByRole('link', { name: 'First page' }, patient);
    expect(address()).toBe('/admin/programs/modules?search=ai');
  });
});

const { id } = moduleDetail();
const card = {
  id,
  title: '',
  difficulty: 'beginner',
  duration_minutes: 5,
  state: 'published',
  video: false,
  pdf: false,
  edited_at: '2026-01-01T00:00:00Z',
  tracks: [],
};
