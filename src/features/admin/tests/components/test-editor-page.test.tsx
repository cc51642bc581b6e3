import { Notifications } from '@mantine/notifications';
import { screen, waitFor, within } from '@testing-library/react';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { LiveRegion } from '~/components/live-region';
import { renderApp } from '~/testing/render';
import type { DraftQuestion, TestDocument } from '../model/document';
import TestEditorPage from './test-editor-page';

const testId = '00000000-0000-4000-8000-0000000000aa';
const hostile = '<img src=x onerror="globalThis.ran=true"><script>globalThis.ran=true</script>';

const questionOf = (fields: Partial<DraftQuestion> = {}): DraftQuestion => ({
  ref: 'q1',
  id: '00000000-0000-4000-8000-000000000001',
  kind: 'single',
  prompt: 'Which one?',
  options: [
    { id: 'a', text: 'This' },
    { id: 'b', text: 'That' },
  ],
  correct: ['a'],
  explanation: '',
  points: 1,
  negative_points: 0,
  module_id: null,
  ...fields,
});

const documentOf = (questions: DraftQuestion[]): TestDocument => ({
  settings: {
    title: 'Trial',
    description: '',
    track_id: 'ai',
    duration_minutes: 30,
    passing_score: 70,
    attempts_allowed: null,
    shuffle: true,
    review: 'after_submit',
  },
  questions,
});

type Body = Record<string, unknown>;

/** Plays the server: one test, published with these questions. */
function serve(questions: DraftQuestion[], changed: Record<string, (body: Body) => Response> = {}) {
  const asked: [string, Body][] = [];
  let version = 0;
  let published = documentOf(questions);
  let draft: unknown = null;
  const answers: Record<string, (body: Body) => Response> = {
    get_test: () =>
      Response.json({
        id: testId,
        title: 'Trial',
        state: 'published',
        published_at: '2026-01-01T00:00:00Z',
        version,
        edited_at: draft === null ? null : '2026-01-02T00:00:00Z',
        edited_by: 'Nila',
        published,
        draft,
        track_fixed: true,
        tracks: [{ id: 'ai', name: 'AI', modules: [{ id: 'm1', title: 'Data' }] }],
      }),
    save_test_draft: (body) => {
      version += 1;
      draft = body.p_document;
      return Response.json({ version, edited_at: '2026-01-02T00:00:00Z' });
    },
    publish_test: () => {
      version += 1;
      published = JSON.parse(JSON.stringify(draft));
      draft = null;
      return Response.json({ version, added: 0, changed: 1, removed: 0 });
    },
    ...changed,
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const name = new URL(input instanceof Request ? input.url : String(input)).pathname.split('/').at(-1) ?? '';
    const body: Body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    asked.push([name, body]);
    return Promise.resolve(answers[name]?.(body) ?? Response.json({}, { status: 404 }));
  });
  return { asked: (name: string) => asked.filter(([each]) => each === name).map(([, body]) => body) };
}

const open = (search = '') =>
  renderApp(
    <>
      <TestEditorPage />
      <LiveRegion />
      <Notifications transitionDuration={0} />
    </>,
    { at: `/admin/programs/tests/${testId}${search}`, path: '/admin/programs/tests/:testId' },
  );

const savedQuestions = (server: ReturnType<typeof serve>) => {
  const last = server.asked('save_test_draft').at(-1);
  return Object(last?.p_document).questions;
};

beforeEach(() => {
  Reflect.deleteProperty(globalThis, 'ran');
});

// The first of them also waits for what the page loads only when it is needed.
vi.setConfig({ testTimeout: 20_000 });

describe('the editor of a test', () => {
  it('keeps what is written as a draft and publishes it with a reason', async () => {
    const server = serve([questionOf()]);
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: /^1\. / }));
    const drawer = await screen.findByRole('dialog', { name: 'Question 1' });
    await user.click(within(drawer).getByRole('textbox', { name: 'Question' }));
    await user.paste(' Really?');
    expect(within(drawer).getByRole('heading', { name: 'Which one? Really?' })).toBeVisible();
    await user.click(within(drawer).getByRole('button', { name: 'Done' }));
    await user.click(await screen.findByRole('button', { name: 'Publish' }));
    const dialog = await screen.findByRole('dialog', { name: 'Publish Trial' });
    expect(savedQuestions(server)).toMatchObject([{ prompt: 'Which one? Really?' }]);
    expect(within(dialog).getByText('Questions: 0 new, 1 changed, 0 removed.')).toBeVisible();
    await user.click(within(dialog).getByRole('textbox', { name: /Reason/ }));
    await user.paste('Clearer words');
    await user.click(within(dialog).getByRole('button', { name: 'Publish' }));
    expect(await screen.findByText('The test is published.')).toBeVisible();
    expect(server.asked('publish_test')).toEqual([{ p_test_id: testId, p_version: 1, p_reason: 'Clearer words' }]);
    expect(await screen.findByText('As published')).toBeVisible();
  });

  it('lists what is to be put right instead of publishing', async () => {
    const server = serve([questionOf({ correct: [], points: 101 })]);
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Duplicate question 1' }));
    await user.click(await screen.findByRole('button', { name: 'Publish' }));
    const dialog = await screen.findByRole('dialog', { name: '4 things to put right before publishing' });
    expect(within(dialog).getByText('Question 2: Right answer: mark the one that is right')).toBeVisible();
    expect(server.asked('publish_test')).toEqual([]);
  });

  it('puts questions in order by the keyboard and says where they are', async () => {
    const server = serve([questionOf(), questionOf({ ref: 'q2', id: null, prompt: 'Second?' })]);
    const { user } = open();
    const down = await screen.findByRole('button', { name: 'Move down: question 1' });
    down.focus();
    await user.keyboard('{Enter}');
    expect(screen.getByText('question 1 is now at place 2 of 2.')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Move up: question 2' })).toHaveFocus();
    await waitFor(() => expect(savedQuestions(server)).toMatchObject([{ ref: 'q2' }, { ref: 'q1' }]), {
      timeout: 4_000,
    });
  });

  it('asks once before a question is deleted', async () => {
    const server = serve([questionOf()]);
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Delete question 1' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete question 1?' });
    await user.click(within(dialog).getByRole('button', { name: 'Delete the question' }));
    expect(await screen.findByText('No questions yet')).toBeVisible();
    await waitFor(() => expect(savedQuestions(server)).toEqual([]), { timeout: 4_000 });
  });

  it('stops and says so when a colleague was faster, and loads what they wrote', async () => {
    serve([questionOf()], {
      save_test_draft: () => Response.json({ code: 'P0001', message: 'changed_meanwhile' }, { status: 400 }),
    });
    const { user } = open('?tab=settings');
    await user.type(await screen.findByRole('textbox', { name: /Title/ }), '!');
    await user.click(await screen.findByRole('button', { name: 'Publish' }));
    expect(await screen.findByText('Somebody else changed this test')).toBeVisible();
    expect(screen.getByRole('textbox', { name: /Title/ })).toBeDisabled();
    await user.click(screen.getByRole('button', { name: 'Load the newest draft' }));
    await waitFor(() => expect(screen.getByRole('textbox', { name: /Title/ })).toHaveValue('Trial'));
    expect(screen.queryByText('Somebody else changed this test')).not.toBeInTheDocument();
  });

  it('says so when the test cannot be read', async () => {
    serve([], { get_test: () => Response.json({ code: '42501', message: 'not_allowed' }, { status: 403 }) });
    open();
    expect(await screen.findByRole('alert')).toBeVisible();
  });
});

describe('a question', () => {
  it.each([
    ['Several right answers', 'multiple', ['checkbox', 'Option 1 is right']],
    ['True or false', 'true_false', ['radio', 'True']],
    ['Number', 'numeric', ['textbox', 'Right number']],
    ['Put in order', 'ordering', ['textbox', 'Option 1']],
    ['Short text', 'short_answer', ['textbox', 'Accepted answer 1']],
  ] as const)('can be of the kind %s', async (name, kind, [role, field]) => {
    const server = serve([questionOf()]);
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: /^1\. / }));
    const drawer = await screen.findByRole('dialog', { name: 'Question 1' });
    await user.selectOptions(within(drawer).getByRole('combobox', { name: 'Kind' }), name);
    // The first is the author's; behind it may stand the learner's.
    const [found] = within(drawer).getAllByRole(role, { name: new RegExp(`^${field}`) });
    if (found === undefined) throw new Error('There is no such field.');
    await (role === 'textbox' ? user.type(found, '5') : user.click(found));
    await waitFor(() => expect(savedQuestions(server)).toMatchObject([{ kind }]), { timeout: 4_000 });
  });

  it('shows hostile texts as texts, here and as learners see them', async () => {
    serve([
      questionOf({
        prompt: hostile,
        explanation: hostile,
        options: [
          { id: 'a', text: hostile },
          { id: 'b', text: '**B**' },
        ],
      }),
    ]);
    const { user, container } = open('?tab=preview');
    expect(await screen.findByRole('heading', { name: hostile })).toBeVisible();
    expect(screen.getByRole('radio', { name: hostile })).toBeVisible();
    expect(screen.getByRole('radio', { name: '**B**' })).toBeVisible();
    await user.click(screen.getByRole('tab', { name: 'Questions' }));
    await user.click(await screen.findByRole('button', { name: /^1\. / }));
    await screen.findByRole('dialog', { name: 'Question 1' });
    expect(document.querySelectorAll('img, script')).toHaveLength(0);
    expect(container.querySelectorAll('img, script')).toHaveLength(0);
    expect('ran' in globalThis).toBe(false);
  });
});

describe('importing', () => {
  it('shows what is in the file and what is wrong with it, and adds only what was chosen', async () => {
    const server = serve([questionOf()]);
    const { user } = open();
    await user.click(await screen.findByRole('button', { name: 'Import' }));
    const dialog = await screen.findByRole('dialog', { name: 'Import questions' });
    await user.click(within(dialog).getByRole('textbox', { name: 'Or paste the text' }));
    await user.paste('Which one? {=This ~That}\n\nNew? {T}\n\nMatch {=a -> b =c -> d}\n\nEmpty {=x ~x}');
    await user.click(within(dialog).getByRole('button', { name: 'Check' }));
    expect(await within(dialog).findByText('3 questions found')).toBeVisible();
    expect(within(dialog).getByText('Already in the draft as question 1')).toBeVisible();
    expect(within(dialog).getByRole('alert')).toHaveTextContent('Line 5: Matching is not a kind of question here.');
    expect(within(dialog).getByRole('checkbox', { name: 'Take the question of line 7' })).toBeDisabled();
    expect(server.asked('save_test_draft')).toEqual([]);
    await user.click(within(dialog).getByRole('button', { name: 'Add 1 question' }));
    await waitFor(
      () =>
        expect(savedQuestions(server)).toMatchObject([{ ref: 'q1' }, { id: null, prompt: 'New?', kind: 'true_false' }]),
      { timeout: 4_000 },
    );
  });
});

describe('item analysis', () => {
  const item = {
    id: '00000000-0000-4000-8000-000000000001',
    version: 2,
    current: true,
    kind: 'single',
    prompt: 'Which one?',
    points: 1,
    attempts: 40,
    omitted: 1,
    right: 38,
    facility: 95,
    correlation: 0.12,
    index: 0.1,
    upper: 100,
    lower: 90,
    seconds: 42,
    options: [
      { id: 'a', text: 'This', correct: true, count: 38, upper: 10, lower: 9 },
      { id: 'b', text: 'That', correct: false, count: 0, upper: 0, lower: 0 },
    ],
    answers: [],
    order_options: [],
    flags: ['too_easy', 'low_discrimination', 'unused_option'],
  };

  it('shows figures with their remarks, a question in a drawer, and former versions when asked', async () => {
    const server = serve([questionOf()], {
      test_item_analysis: () =>
        Response.json({
          attempts: 40,
          mean_score: 61.5,
          questions: [
            item,
            {
              ...item,
              id: '00000000-0000-4000-8000-000000000002',
              version: 1,
              current: false,
              prompt: 'Old?',
              seconds: null,
            },
          ],
        }),
    });
    const { user, address } = open('?tab=analysis');
    expect(await screen.findByText('40 finished attempts, mean score 61.5%')).toBeVisible();
    const table = screen.getByRole('table', { name: 'Figures by question' });
    expect(within(table).getByText('95%')).toBeVisible();
    expect(within(table).getByRole('cell', { name: '42 s' })).toBeVisible();
    expect(screen.getByText(/Time is what the learner's browser counted/)).toBeVisible();
    for (const flag of ['Too easy', 'Hardly discriminates', 'An option nobody takes']) {
      expect(within(table).getByText(flag)).toBeVisible();
    }
    expect(within(table).queryByText('Old?')).not.toBeInTheDocument();
    await user.selectOptions(screen.getByRole('combobox', { name: 'Versions' }), 'All versions');
    expect(within(table).getByText('Old?')).toBeVisible();
    await user.click(within(table).getByRole('button', { name: 'Figures of: Which one?' }));
    const drawer = await screen.findByRole('dialog', { name: 'Figures of a question' });
    expect(within(drawer).getByText('38 (95%)')).toBeVisible();
    expect(within(drawer).getByText('42 s')).toBeVisible();
    await user.keyboard('{Escape}');
    await user.click(within(table).getByRole('button', { name: 'Discrimination' }));
    expect(within(table).getByRole('columnheader', { name: 'Discrimination' })).toHaveAttribute(
      'aria-sort',
      'ascending',
    );
    // Of what cannot be told there is a dash, and it stands last.
    await user.click(within(table).getByRole('button', { name: 'Median time' }));
    await user.click(within(table).getByRole('button', { name: 'Median time' }));
    const rows = within(table).getAllByRole('row').slice(1);
    expect(rows.map((row) => within(row).getAllByRole('cell')[5]?.textContent)).toEqual(['42 s', '–']);
    expect(address()).toContain('sort=seconds&desc=1');
    await user.click(within(table).getByRole('button', { name: 'Discrimination' }));
    await user.type(screen.getByLabelText('From'), '2026-01-01');
    expect(address()).toContain('tab=analysis&versions=all&sort=correlation&from=2026-01-01');
    await waitFor(() =>
      expect(server.asked('test_item_analysis').at(-1)).toMatchObject({ p_from: expect.any(String) }),
    );
  });

  it('says so when nobody has finished', async () => {
    serve([questionOf()], {
      test_item_analysis: () => Response.json({ attempts: 0, mean_score: null, questions: [] }),
    });
    open('?tab=analysis');
    expect(await screen.findByText('No finished attempts in this period')).toBeVisible();
  });
});
