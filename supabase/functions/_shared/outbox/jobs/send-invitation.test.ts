import { describe, expect, it } from 'vitest';
import type { InvitationKind } from '../../contracts/accept-invite.ts';
import type { MailWords } from '../../contracts/mail-templates.ts';
import type { BegunInvitation } from '../../db/invitations.ts';
import { VendorError } from '../../http/vendor-fetch.ts';
import { hashToken } from '../../invitations/token.ts';
import { job, permanence } from '../../testing/jobs.ts';
import type { Mail } from '../../vendors/email/port.ts';
import { createSendInvitation } from './send-invitation.ts';

const appUrl = 'https://certify.example.com';
const id = '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11';
const payloads = { student: { student_id: id }, manager: { invitation_id: id }, staff: { invitation_id: id } };
const evil = '<img src=x onerror=alert(1)>\r\nBcc: x@evil.example';

function setUp(kind: InvitationKind, more: Partial<BegunInvitation> | null = {}, words: MailWords | null = null) {
  const sent: Mail[] = [];
  const hashes: string[] = [];
  const marked: string[] = [];
  const email = { send: async (mail: Mail) => void sent.push(mail) };
  const run = createSendInvitation(kind, {
    appUrl,
    invitations: {
      begin: async (_kind, _subject, hash) => {
        hashes.push(hash);
        return more && begun(kind, more);
      },
      markSent: async (as, subjectId) => void marked.push(`${as} ${subjectId}`),
      getProductName: async () => 'AI Ready',
    },
    mails: { getWords: async () => words, getSender: async () => ({ name: '', replyTo: '' }) },
    email: { send: (mail) => email.send(mail) },
  });
  const runWith = (payload: Record<string, unknown>) => run(job(payload));
  return { run: () => runWith(payloads[kind]), runWith, sent, hashes, marked, email };
}

function begun(kind: InvitationKind, more: Partial<BegunInvitation>): BegunInvitation {
  return {
    email: 'priya@example.com',
    full_name: 'Priya Sharma',
    institution_name: 'Sample University',
    inviter_name: kind === 'student' ? null : 'Ravi Menon',
    tracks: kind === 'student' ? [{ name: 'AI Foundations' }, { name: 'AI for Teachers' }] : [],
    has_account: false,
    still_wanted: true,
    expires_at: new Date(Date.now() + 30 * 86_400_000).toISOString(),
    ...more,
  };
}

const tokenIn = (mail: Mail | undefined) =>
  /accept-invite\?invite=([A-Za-z0-9_-]{43})$/m.exec(mail?.text ?? '')?.[1] ?? '';

describe.each(['student', 'manager', 'staff'] as const)('%s.invite', (kind) => {
  it('mails a token of which only the hash is kept', async () => {
    const { run, sent, hashes, marked } = setUp(kind);
    await run();
    expect(hashes).toEqual([await hashToken(tokenIn(sent[0]))]);
    expect(sent[0]).toMatchObject({ to: { email: 'priya@example.com', name: 'Priya Sharma' }, outboxId: 'outbox-1' });
    expect(sent[0]?.html).toContain(`href="${appUrl}/accept-invite?invite=${tokenIn(sent[0])}"`);
    expect(marked).toEqual([`${kind} ${id}`]);
  });

  it('says it in the words of staff, with the link as ever', async () => {
    const { run, sent } = setUp(kind, {}, { subject: 'Come in, {{name}}', paragraphs: ['{{product_name}} waits.'] });
    await run();
    expect(sent[0]).toMatchObject({ subject: 'Come in, Priya Sharma' });
    expect(sent[0]?.text).toContain('AI Ready waits.');
    expect(tokenIn(sent[0])).not.toBe('');
  });

  it('sends another token when it runs again', async () => {
    const { run, sent, hashes } = setUp(kind);
    await run();
    await run();
    expect(new Set(hashes).size).toBe(2);
    expect(tokenIn(sent[0])).not.toBe(tokenIn(sent[1]));
  });

  it('sends nothing to who is not wanted any more, or has joined meanwhile', async () => {
    const { run, sent, marked } = setUp(kind, { still_wanted: false });
    await run();
    expect([sent, marked]).toEqual([[], []]);
  });

  it('says that an account keeps its password', async () => {
    const withAccount = setUp(kind, { has_account: true });
    await withAccount.run();
    expect(withAccount.sent[0]?.text).toContain('You have an account with this address.');
    expect(withAccount.sent[0]?.text).not.toContain('choose a password');
    const without = setUp(kind);
    await without.run();
    expect(without.sent[0]?.text).toContain('choose a password');
  });

  it('escapes what people wrote and keeps headers to one line', async () => {
    const { run, sent } = setUp(kind, { institution_name: evil, full_name: evil, tracks: [{ name: evil }] });
    await run();
    expect(sent[0]?.html).not.toContain('<img');
    expect(`${sent[0]?.subject}${sent[0]?.to.name}`).not.toMatch(/[\r\n]/);
  });

  it('is not marked as sent when the provider did not take the mail', async () => {
    const { run, email, marked } = setUp(kind);
    email.send = async () => {
      throw new VendorError('smtp', 'timeout', null, '');
    };
    expect(await permanence(run())).toBe(false);
    expect(marked).toEqual([]);
  });

  it('is given up when nobody of that id is there, or the payload is not one', async () => {
    expect(await permanence(setUp(kind, null).run())).toBe(true);
    const { runWith } = setUp(kind);
    expect(await permanence(runWith(payloads[kind === 'student' ? 'manager' : 'student']))).toBe(true);
  });
});

it('tells a student the institution, the tracks, that nothing is to pay, and until when', async () => {
  const { run, sent } = setUp('student', { expires_at: new Date(Date.now() + 30 * 86_400_000).toISOString() });
  await run();
  expect(sent[0]?.subject).toBe('Sample University has a place for you');
  for (const words of [
    'Track: AI Foundations',
    'Track: AI for Teachers',
    'nothing to pay',
    'for 30 days',
    'Valid until: ',
  ])
    expect(sent[0]?.text).toContain(words);
  expect(sent[0]?.text).toContain('because Sample University gave us this address');
});

it('tells a manager who invites, if anybody of name does', async () => {
  const named = setUp('manager');
  await named.run();
  expect(named.sent[0]?.text).toContain('Ravi Menon invites you to manage Sample University at AI Ready.');
  const unnamed = setUp('manager', { inviter_name: null });
  await unnamed.run();
  expect(unnamed.sent[0]?.text).toContain('You are invited to manage Sample University at AI Ready.');
});

it('tells staff who invites them to whose team, and nothing of institutions', async () => {
  const { run, sent } = setUp('staff');
  await run();
  expect(sent[0]?.subject).toBe('You are invited to the team of AI Ready');
  expect(sent[0]?.text).toContain('Ravi Menon invites you to the team of AI Ready.');
  expect(sent[0]?.text).not.toContain('Sample University');
});
