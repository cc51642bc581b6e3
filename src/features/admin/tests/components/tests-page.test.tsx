import { Notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { LiveRegion } from '~/components/live-region';
import { trackKeys } from '~/entities/track/keys';
import { createQueryClient } from '~/lib/query-client';
import { renderApp } from '~/testing/render';
import type { TestRow } from '../schemas';
import TestsPage from './tests-page';

vi.setConfig({ testTimeout: 20_000 });

const idOf = (number: number) => `00000000-0000-4000-8000-00000000000${number}`;
const row = (number: number, fields: Partial<TestRow> = {}): TestRow => ({
  id: idOf(number),
  title: `Test ${number}`,
  track_id: 'ai',
  track_name: 'AI Foundations',
  state: 'published',
  has_draft: false,
  questions: 20,
  duration_minutes: 30,
  passing_score: 70,
  attempts: 5,
  ...fields,
});

type Body = Record<string, unknown>;
type Answer = (body: Body) => Response;

function open(rows: TestRow[], at = '/admin/programs/tests', changed: Record<string, Answer> = {}) {
  const asked: [string, Body][] = [];
  const answers: Record<string, Answer> = {
    list_tests: () => Response.json({ total: rows.length, rows }),
    create_test: () => Response.json(idOf(9)),
    archive_test: () => Response.json(null),
    restore_test: () => Response.json(null),
    order_tests: () => Response.json(null),
    ...changed,
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const name = new URL(input instanceof Request ? input.url : String(input)).pathname.split('/').at(-1) ?? '';
    const body: Body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    asked.push([name, body]);
    return Promise.resolve(answers[name]?.(body) ?? Response.json([], { status: 200 }));
  });
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  queryClient.setQueryData(trackKeys.list(), [
    { id: 'ai', name: 'AI Foundations' },
    { id: 'lead', name: 'AI Leadership' },
  ]);
  const view = renderApp(
    <>
      <TestsPage />
      <LiveRegion />
      <Notifications transitionDuration={0} />
    </>,
    { at, queryClient },
  );
  return { ...view, asked: (name: string) => asked.filter(([each]) => each === name).map(([, body]) => body) };
}

describe('the list of mock tests', () => {
  it('says what learners get and what is being written', async () => {
    open([row(1, { has_draft: true }), row(2, { state: 'unpublished', has_draft: true, attempts: 1001 })]);
    const table = await screen.findByRole('table', { name: 'Mock tests' });
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(/Test 1.*AI Foundations.*Published.*Draft.*20.*30 min.*70%.*5/);
    expect(second).toHaveTextContent(/Not published.*Draft.*over 1,000/);
    expect(within(table).getByRole('link', { name: 'Test 1' })).toHaveAttribute(
      'href',
      `/admin/programs/tests/${idOf(1)}`,
    );
  });

  it('keeps search and filters in the address', async () => {
    const { user, asked, address } = open([row(1)]);
    await user.selectOptions(await screen.findByRole('combobox', { name: 'Track' }), 'AI Leadership');
    await user.selectOptions(screen.getByRole('combobox', { name: 'Status' }), 'Archived');
    await user.type(screen.getByRole('textbox', { name: 'Search by title' }), 'ethics{Enter}');
    await waitFor(() => expect(address()).toBe('/admin/programs/tests?track=lead&status=archived&q=ethics'));
    await waitFor(() =>
      expect(asked('list_tests')).toContainEqual(
        expect.objectContaining({ p_search: 'ethics', p_track_id: 'lead', p_status: 'archived', p_offset: 0 }),
      ),
    );
  });

  it('tells an empty list from one that the filters empty, and from one that cannot be read', async () => {
    const { user, unmount } = open([], '/admin/programs/tests?q=nothing');
    await user.click(await screen.findByRole('button', { name: 'Clear the filters' }));
    expect(await screen.findByText('No mock tests yet')).toBeVisible();
    unmount();
    open([], undefined, {
      list_tests: () => Response.json({ code: '42501', message: 'not_allowed' }, { status: 403 }),
    });
    expect(await screen.findByRole('alert')).toBeVisible();
  });

  it('makes a test, empty or as a copy, and opens its editor', async () => {
    const { user, asked, address } = open([row(1)]);
    await user.click(await screen.findByRole('button', { name: 'New test' }));
    const dialog = await screen.findByRole('dialog', { name: 'New test' });
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));
    expect(within(dialog).getByText('A title has between 1 and 200 letters.')).toBeVisible();
    await user.type(within(dialog).getByRole('textbox', { name: 'Title' }), ' Ethics ');
    await user.selectOptions(within(dialog).getByRole('combobox', { name: 'Track' }), 'AI Leadership');
    await user.click(within(dialog).getByRole('button', { name: 'Create' }));
    await waitFor(() => expect(address()).toBe(`/admin/programs/tests/${idOf(9)}`));
    expect(asked('create_test')).toEqual([{ p_track_id: 'lead', p_title: 'Ethics' }]);
  });

  it('copies a test', async () => {
    const { user, asked } = open([row(1)]);
    await user.click(await screen.findByRole('button', { name: 'Actions for Test 1' }));
    await user.click(await screen.findByRole('menuitem', { name: 'Duplicate' }));
    const dialog = await screen.findByRole('dialog', { name: 'Duplicate Test 1' });
    await user.click(within(dialog).getByRole('button', { name: 'Duplicate' }));
    await waitFor(() =>
      expect(asked('create_test')).toEqual([{ p_track_id: 'ai', p_title: 'Test 1 (copy)', p_copy_of: idOf(1) }]),
    );
  });

  it.each([
    ['published', 'Archive', 'archive_test', 'The test is archived.'],
    ['archived', 'Restore', 'restore_test', 'The test is back.'],
  ] as const)('a test that is %s is asked about once, with a reason: %s', async (state, label, call, done) => {
    const { user, asked } = open([row(1, { state })]);
    await user.click(await screen.findByRole('button', { name: 'Actions for Test 1' }));
    await user.click(await screen.findByRole('menuitem', { name: label }));
    const dialog = await screen.findByRole('dialog', { name: `${label} Test 1` });
    await user.click(within(dialog).getByRole('button', { name: label }));
    expect(asked(call)).toEqual([]);
    await user.click(within(dialog).getByRole('textbox', { name: /Reason/ }));
    await user.paste('New syllabus');
    await user.click(within(dialog).getByRole('button', { name: label }));
    expect(await screen.findByText(done)).toBeVisible();
    expect(asked(call)).toEqual([{ p_test_id: idOf(1), p_reason: 'New syllabus' }]);
  });

  it('puts the tests of a track in order by the keyboard, and says when somebody else changed them', async () => {
    const { user, asked } = open([row(1), row(2)], '/admin/programs/tests?track=ai', {
      order_tests: () => Response.json({ code: 'P0001', message: 'changed_meanwhile' }, { status: 400 }),
    });
    await user.click(await screen.findByRole('button', { name: 'Change the order' }));
    const dialog = await screen.findByRole('dialog', { name: 'Order of the tests' });
    within(dialog).getByRole('button', { name: 'Move down: Test 1' }).focus();
    await user.keyboard('{Enter}');
    expect(within(dialog).getByRole('button', { name: 'Move up: Test 1' })).toHaveFocus();
    await user.click(within(dialog).getByRole('textbox', { name: /Reason/ }));
    await user.paste('Easier first');
    await user.click(within(dialog).getByRole('button', { name: 'Save the order' }));
    expect(await within(dialog).findByRole('alert')).toHaveTextContent('Somebody changed this meanwhile');
    expect(asked('order_tests')).toEqual([
      { p_track_id: 'ai', p_test_ids: [idOf(2), idOf(1)], p_reason: 'Easier first' },
    ]);
  });
});
