import { expect, it } from 'vitest';
import { job, permanence } from '../../testing/jobs.ts';
import type { Mail } from '../../vendors/email/port.ts';
import { createSendTestMail } from './send-test-mail.ts';

const userId = '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11';
const words = { subject: 'About {{track_name}}', paragraphs: ['Dear {{name}}.'] };

function setUp(email: string | null = 'nila@example.com') {
  const sent: Mail[] = [];
  const run = createSendTestMail({
    appUrl: 'https://certify.example.com',
    mails: {
      getRecipient: async (id) =>
        id === userId ? { to: { email, name: 'Nila Iyer' }, product_name: 'AI Ready' } : null,
      getSender: async () => ({ name: 'Team', replyTo: '' }),
    },
    email: { send: async (mail) => void sent.push(mail) },
  });
  return { sent, run: (more: object = {}) => run(job({ template: 'exam_failed', user_id: userId, words, ...more })) };
}

it('sends a mail with made-up facts to whoever asked, marked as a test', async () => {
  const { sent, run } = setUp();
  await run();
  expect(sent).toMatchObject([
    {
      to: { email: 'nila@example.com', name: 'Nila Iyer' },
      subject: '[Test] About AI Foundations',
      outboxId: 'outbox-1',
      sender: { name: 'Team', replyTo: '' },
    },
  ]);
  expect(sent[0]?.text).toContain('Dear Nila Iyer.');
});

it('gives up where trying again will not help', async () => {
  expect(await permanence(setUp(null).run())).toBe(true);
  expect(await permanence(setUp().run({ user_id: '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f12' }))).toBe(true);
  expect(await permanence(setUp().run({ words: { subject: '{{x}}', paragraphs: ['y'] } }))).toBe(true);
  expect(await permanence(setUp().run({ template: 'nothing' }))).toBe(true);
});
