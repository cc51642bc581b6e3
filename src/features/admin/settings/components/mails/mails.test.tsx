import { screen, waitFor, within } from '@testing-library/react';
import { Route } from 'react-router';
import { expect, it, vi } from 'vitest';
import { openConsole, refused, serveRpc } from '~/testing/console';
import MailDrawer from './mail-drawer';
import MailsPage from './mails-page';

vi.setConfig({ testTimeout: 60_000 });
const patience = { timeout: 20_000 };

const builtIn = { subject: 'Your exam result: {{track_name}}', paragraphs: ['Not this time.', 'Try again.'] };
const own = { template: 'exam_failed', subject: 'Own subject', paragraphs: ['Own words'], version: 'v1' };

function open(at = '/exam_failed', answers = {}, words: unknown[] = []) {
  const server = serveRpc({
    list_mail_templates: () => words,
    'preview-mail': () => ({ subject: 'Sample subject', html: '<p>Sample</p>', text: 'Sample text', builtIn }),
    ...answers,
  });
  const view = openConsole(
    <Route path="/admin/settings/mails" element={<MailsPage />}>
      <Route path=":template" element={<MailDrawer />} />
    </Route>,
    `/admin/settings/mails${at}`,
    ['settings.manage'],
  );
  return { ...view, server };
}
type User = ReturnType<typeof open>['user'];
async function giveReason(user: User, confirm: string) {
  const dialog = within(await screen.findByRole('dialog', { name: /Save “|Go back/ }, patience));
  await user.type(dialog.getByRole('textbox', { name: /Reason/ }), 'Friendlier words');
  await user.click(dialog.getByRole('button', { name: confirm }));
}
async function write(user: User, subject: string) {
  const field = await screen.findByRole('textbox', { name: /^Subject/ }, patience);
  await user.clear(field);
  await user.click(field);
  await user.paste(subject);
  await user.click(screen.getByRole('button', { name: 'Save' }));
  return field;
}

it('lists every mail and marks those with own words', async () => {
  open('', {}, [own]);
  const list = await screen.findByRole('list', { name: 'Mail texts' }, patience);
  expect(within(list).getAllByRole('listitem')).toHaveLength(13);
  const item = within(list).getByRole('link', { name: 'Exam not passed' }).closest('li');
  expect(item).toHaveTextContent('Own text');
});

it('shows the mail in a frame that may do nothing, and as plain text', async () => {
  open();
  const frame = await screen.findByTitle('The mail as it looks', undefined, patience);
  expect(frame).toHaveAttribute('sandbox', '');
  expect(frame).toHaveAttribute('srcdoc', '<p>Sample</p>');
  expect(screen.getByText('Sample text')).toBeVisible();
  expect(screen.getByRole('textbox', { name: /^Subject/ })).toHaveValue(builtIn.subject);
});

it('saves own words with a reason', async () => {
  const { user, server } = open('/exam_failed', { save_mail_template: () => null });
  await write(user, 'Hello {{name}}');
  await giveReason(user, 'Save');
  await waitFor(() => expect(server.asked('save_mail_template')).toHaveLength(1), patience);
  expect(server.asked('save_mail_template')[0]).toEqual({
    p_template: 'exam_failed',
    p_subject: 'Hello {{name}}',
    p_paragraphs: builtIn.paragraphs,
    p_reason: 'Friendlier words',
  });
});

it('says that a placeholder is not known before it asks why', async () => {
  const { user, server } = open();
  const field = await write(user, 'Hello {{password}}');
  expect((await screen.findAllByText(/a placeholder that this mail does not know/))[0]).toBeVisible();
  expect(field).toBeInvalid();
  expect(screen.getByRole('button', { name: 'Send me a test' })).toBeDisabled();
  expect(server.asked('save_mail_template')).toEqual([]);
});

it('says what the server refused', async () => {
  const { user } = open('/exam_failed', { save_mail_template: () => refused('changed_meanwhile') });
  await write(user, 'Hello');
  await giveReason(user, 'Save');
  expect(await screen.findByText(/Somebody else has saved in the meantime/, undefined, patience)).toBeVisible();
});

it('sends a test in the words of the form', async () => {
  const { user, server } = open('/exam_failed', { send_test_mail: () => null }, [own]);
  await user.click(await screen.findByRole('button', { name: 'Send me a test' }, patience));
  await waitFor(
    () =>
      expect(server.asked('send_test_mail')).toEqual([
        { p_template: 'exam_failed', p_subject: 'Own subject', p_paragraphs: ['Own words'] },
      ]),
    patience,
  );
});

it('goes back to the built-in words', async () => {
  const { user, server } = open('/exam_failed', { reset_mail_template: () => null }, [own]);
  await user.click(await screen.findByRole('button', { name: 'Back to the built-in text' }, patience));
  await giveReason(user, 'Back to the built-in text');
  await waitFor(
    () =>
      expect(server.asked('reset_mail_template')).toEqual([
        { p_template: 'exam_failed', p_version: 'v1', p_reason: 'Friendlier words' },
      ]),
    patience,
  );
});
