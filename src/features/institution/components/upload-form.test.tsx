import { fireEvent, screen } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';
import * as session from '~/entities/session/use-session';
import { renderApp } from '~/testing/render';
import { UploadForm } from './upload-form';

const institutionId = '0b7e5b0a-5f0e-4a53-8f0c-6a4c1e6f7a01';
const importId = '6d5b3a52-9c0e-4a53-8f0c-6a4c1e6f7a01';
const track = {
  track_id: 'ai-foundations',
  track_name: 'AI Foundations',
  seats: 40,
  used: 28,
  left: 12,
  students: 28,
  invited: 0,
  not_started: 0,
  learning: 28,
  completed: 0,
  certified: 0,
  at_risk: 0,
  test_passed: 0,
  exam_passed: 0,
  exam_failed: 0,
  average_percent: 0,
  average_test_score: null,
  completion: { none: 28, started: 0, half: 0, done: 0 },
};
const list = (name: string, type = 'text/csv') => new File(['email,full_name\n'], name, { type });

beforeEach(() => {
  vi.spyOn(session, 'useCurrentUser').mockReturnValue({ id: 'u1', email: 'asha@example.com' });
});

/** Takes the file, then answers as the function does. */
function serve(answer: () => Response) {
  const asked: { url: string; body: unknown }[] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation(async (input, init) => {
    const request = new Request(input, init);
    const upload = request.url.includes('/storage/v1/');
    asked.push({ url: request.url, body: upload ? null : await request.json() });
    return upload ? Response.json({ Id: crypto.randomUUID(), Key: 'imports/file' }) : answer();
  });
  return asked;
}

const show = () => renderApp(<UploadForm institutionId={institutionId} tracks={[track]} />);

it.each([
  ['a wrong kind', [list('students.pdf', 'application/pdf')], /neither a CSV nor an Excel file/],
  ['an empty file', [new File([], 'students.csv')], 'This file is empty. Choose another.'],
  ['two files at once', [list('a.csv'), list('b.csv')], 'Hand in one file at a time.'],
])('refuses %s in words, without sending it', async (_what, files, words) => {
  const asked = serve(() => Response.json({}));
  show();
  fireEvent.drop(screen.getByLabelText('List of students'), { dataTransfer: { files, types: ['Files'] } });
  expect(await screen.findByRole('alert')).toHaveTextContent(words);
  expect(asked).toEqual([]);
});

it('asks for a file when there is none', async () => {
  const { user } = show();
  await user.click(screen.getByRole('button', { name: 'Upload and check' }));
  expect(screen.getByRole('alert')).toHaveTextContent('Choose a file first.');
  expect(screen.getByLabelText('List of students')).toHaveFocus();
});

it('uploads into the own folder, has the file checked for the chosen track, and opens its page', async () => {
  const asked = serve(() => Response.json({ importId, status: 'checking' }));
  const { user, address } = show();
  await user.upload(screen.getByLabelText('List of students'), list('third-year.csv', 'application/vnd.ms-excel'));
  await user.selectOptions(screen.getByLabelText('Track'), 'AI Foundations (12 seats left)');
  await user.click(screen.getByRole('button', { name: 'Upload and check' }));
  await vi.waitFor(() => expect(address()).toBe(`/institution/bulk/${importId}`));
  const path = new URL(asked[0]?.url ?? '').pathname.replace('/storage/v1/object/imports/', '');
  expect(path).toMatch(new RegExp(`^${institutionId}/u1/[0-9a-f-]{36}\\.csv$`));
  expect(asked[1]?.body).toEqual({
    action: 'check',
    institutionId,
    path,
    fileName: 'third-year.csv',
    trackId: 'ai-foundations',
  });
});

it('says what the server refuses, and keeps the file for another try', async () => {
  serve(() => Response.json({ error: { code: 'track_without_seats', message: 'No seats.' } }, { status: 409 }));
  const { user, address } = show();
  await user.upload(screen.getByLabelText('List of students'), list('third-year.csv'));
  await user.click(screen.getByRole('button', { name: 'Upload and check' }));
  expect(await screen.findByRole('alert')).toHaveTextContent('no seats for this track any more');
  expect(screen.getByText('third-year.csv')).toBeVisible();
  expect(address()).toBe('/');
});
