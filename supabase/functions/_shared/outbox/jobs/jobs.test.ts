import { describe, expect, it } from 'vitest';
import type { Exam } from '../../db/exams.ts';
import { certificate, createFakeCertificates } from '../../testing/certificates.ts';
import { job, permanence } from '../../testing/jobs.ts';
import type { Mail } from '../../vendors/email/port.ts';
import type { CreateProctoredSession } from '../../vendors/talview/port.ts';
import { createCreateExamSession } from './create-exam-session.ts';
import { createReadExamSession } from './read-exam-session.ts';
import { createRefundDuplicate } from './refund-duplicate.ts';
import { createRenderCertificate } from './render-certificate.ts';
import type { MailWords } from '../../contracts/mail-templates.ts';
import { createSendEmail } from './send-email.ts';

const appUrl = 'https://certify.example.com';
const ofCertificate = job({ certificate_id: certificate.id });

describe('certificate.render', () => {
  it('stores the same file at the same place each time', async () => {
    const certificates = createFakeCertificates(certificate);
    const renderCertificate = async ({ holderName }: { holderName: string }) => new TextEncoder().encode(holderName);
    const run = createRenderCertificate({ certificates, renderCertificate, appUrl });
    await run(ofCertificate);
    await run(ofCertificate);
    expect([...certificates.files.keys()]).toEqual([`${certificate.user_id}/AIR-2026-000123.pdf`]);
  });

  it('draws none for a revoked certificate', async () => {
    const certificates = createFakeCertificates({ ...certificate, status: 'revoked' });
    await createRenderCertificate({ certificates, renderCertificate: async () => new Uint8Array(), appUrl })(
      ofCertificate,
    );
    expect(certificates.files.size).toBe(0);
  });
});

const exam: Exam = {
  id: '7b6a1c3e-9a43-4a3b-8d55-0f3f7f0a9f11',
  user_id: certificate.user_id,
  track_id: 'ai basics',
  status: 'scheduled',
  scheduled_at: '2026-04-02T04:30:00+00:00',
  session_key: 'key-1',
  vendor_session_id: null,
  session_url: null,
};

describe('talview.create_session', () => {
  const run = async (row: Exam, after: Exam['status'] = 'ready') => {
    const asked: CreateProctoredSession[] = [];
    const cancelled: string[] = [];
    await createCreateExamSession({
      appUrl,
      exams: {
        findExam: async () => row,
        getSitting: async () => ({ attendeeName: 'Zoë', examMinutes: 60, graceHours: 24 }),
        attachExamSession: async () => ({ ...row, status: after }),
      },
      talview: {
        createSession: async (session) => {
          asked.push(session);
          return { vendorSessionId: 'v-1', sessionUrl: 'https://room.test/1' };
        },
        cancelSession: async (id) => void cancelled.push(id),
      },
    })(job({ exam_session_id: row.id }));
    return { asked, cancelled };
  };

  it('asks for a room under our key that closes after the grace', async () => {
    expect((await run(exam)).asked).toEqual([
      expect.objectContaining({
        sessionKey: 'key-1',
        durationMinutes: 60,
        attendeeName: 'Zoë',
        redirectUrl: `${appUrl}/exam/ai%20basics/return`,
        expiresAt: '2026-04-03T05:30:00.000Z',
      }),
    ]);
  });

  it('asks for none when there is one, or when the exam was called off', async () => {
    expect((await run({ ...exam, session_url: 'https://room.test/1', status: 'ready' })).asked).toEqual([]);
    expect((await run({ ...exam, status: 'cancelled' })).asked).toEqual([]);
  });

  it('closes the room again when the exam was called off meanwhile', async () => {
    expect((await run(exam, 'cancelled')).cancelled).toEqual(['v-1']);
  });
});

it('talview.read_session finds the session by our key when the callback gave no other id', async () => {
  const read: string[] = [];
  const run = createReadExamSession({
    exams: {
      findExamByKey: async (key) => (key === 'key-1' ? { ...exam, vendor_session_id: 'v-1' } : null),
      recordExamProgress: async () => ({ status: 'passed', certificate_id: null }),
    },
    talview: {
      getSession: async (id) => {
        read.push(id);
        return {
          vendorSessionId: id,
          sessionKey: 'key-1',
          status: 'reviewed',
          score: 80,
          rating: 'high',
          incidents: [],
          startedAt: null,
          submittedAt: null,
        };
      },
    },
  });
  await run(job({ vendor_session_id: null, session_key: 'key-1' }));
  await run(job({ vendor_session_id: 'v-2', session_key: null }));
  expect(read).toEqual(['v-1', 'v-2']);
  expect(await permanence(run(job({ session_key: 'other' })))).toBe(true);
});

it('payment.refund_duplicate gives back what is left, under one key', async () => {
  const asked: string[] = [];
  const run = (status: string) =>
    createRefundDuplicate({
      orders: {
        getPayment: async (id) => ({
          id,
          razorpay_payment_id: 'pay_1',
          amount: 118_000,
          amount_refunded: 18_000,
          status,
        }),
        recordRefund: async (_id, refund) => ({ outcome: refund.status }),
      },
      razorpay: {
        refundPayment: async (id, amount, key) => {
          asked.push(`${id} ${amount} ${key}`);
          return { id: 'rfnd_1', payment_id: id, amount, status: 'pending' };
        },
      },
    })(job({ payment_id: exam.id }));
  await run('captured');
  await run('refunded');
  expect(asked).toEqual([`pay_1 100000 duplicate-${exam.id}`]);
});

const mailsOf = (context: object, words: MailWords | null = null) => ({
  getContext: async () => context,
  getWords: async () => words,
  getSender: async () => ({ name: 'AI Ready Team', replyTo: 'help@example.com' }),
});

describe('email.send', () => {
  const context = {
    to: { email: 'priya@example.com', name: 'प्रिया\r\nशर्मा' },
    product_name: 'AI Ready',
    track_id: 'ai-basics',
    track_name: 'AI Basics',
    number: certificate.number,
    status: 'issued',
    issued_at: certificate.issued_at,
    expires_at: certificate.expires_at,
    pdf_path: 'u/AIR.pdf',
    verify_path: certificate.verify_path,
    credly_url: null,
    credly_state: null,
  };

  it('sends text, HTML, the attachment and the id of the outbox, with headers of one line', async () => {
    const sent: Mail[] = [];
    const certificates = createFakeCertificates();
    certificates.files.set('u/AIR.pdf', new TextEncoder().encode('%PDF'));
    const email = { send: async (mail: Mail) => void sent.push(mail) };
    const run = createSendEmail({ mails: mailsOf(context), certificates, email, appUrl });
    await run(job({ template: 'certificate_ready', params: { certificate_id: certificate.id } }));
    expect(sent).toMatchObject([
      {
        to: { email: 'priya@example.com', name: 'प्रिया शर्मा' },
        subject: 'Your certificate: AI Basics',
        outboxId: 'outbox-1',
        sender: { name: 'AI Ready Team', replyTo: 'help@example.com' },
      },
    ]);
    expect(sent[0]?.attachments[0]?.filename).toBe('AIR-2026-000123.pdf');
    expect(await permanence(run(job({ template: 'unknown', params: {} })))).toBe(true);
  });

  it('says it in the words of staff, escaped as ever', async () => {
    const sent: Mail[] = [];
    const evil = { ...context, track_name: '<img src=x onerror=alert(1)>' };
    const words = { subject: 'Well done: {{track_name}}', paragraphs: ['Number {{certificate_number}} for {{name}}.'] };
    await createSendEmail({
      mails: mailsOf({ ...evil, pdf_path: null }, words),
      certificates: createFakeCertificates(),
      email: { send: async (mail: Mail) => void sent.push(mail) },
      appUrl,
    })(job({ template: 'certificate_ready', params: {} }));
    expect(sent[0]?.subject).toBe('Well done: <img src=x onerror=alert(1)>');
    expect(sent[0]?.text).toContain('Number AIR-2026-000123 for प्रिया');
    expect(sent[0]?.text).not.toContain('Congratulations! You are certified');
    expect(sent[0]?.html).not.toContain('<img');
  });

  it('announces nothing that was taken back while the mail waited', async () => {
    const sent: Mail[] = [];
    const send = async (template: string, status: string) =>
      await createSendEmail({
        mails: mailsOf({ ...context, status }),
        certificates: createFakeCertificates(),
        email: { send: async (mail: Mail) => void sent.push(mail) },
        appUrl,
      })(job({ template, params: {} }));
    await send('certificate_ready', 'revoked');
    await send('badge_ready', 'revoked');
    await send('exam_scheduled', 'cancelled');
    expect(sent).toEqual([]);
  });
});
