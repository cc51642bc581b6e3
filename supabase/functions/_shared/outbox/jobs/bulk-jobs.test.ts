import { describe, expect, it } from 'vitest';
import type { BulkMail, BulkProgress } from '../../db/bulk.ts';
import { createFakeOutbox } from '../../testing/fakes.ts';
import { job } from '../../testing/jobs.ts';
import type { EmailPort, Mail } from '../../vendors/email/port.ts';
import { createRunBulk } from './run-bulk.ts';
import { createSendBulkMail } from './send-bulk-mail.ts';

const jobId = '3f0e8a54-7c1d-4b7e-9a55-2f1c7f2f1a01';
const userId = '3f0e8a54-7c1d-4b7e-9a55-2f1c7f2f1a02';

describe('bulk.run', () => {
  const batches = (count: number) => {
    let done = 0;
    return async (): Promise<BulkProgress> => {
      done += 1;
      return { status: done < count ? 'running' : 'done', done: done * 100, more: done < count };
    };
  };

  it('goes on batch by batch until no row is left', async () => {
    const outbox = createFakeOutbox();
    let calls = 0;
    const next = batches(5);
    const run = () => {
      calls += 1;
      return next();
    };
    await createRunBulk({ bulk: { run }, outbox })(job({ job_id: jobId }));
    expect(calls).toBe(5);
    expect(outbox.jobs).toEqual([]);
  });

  it('queues the rest, each time under another key, when its time is over', async () => {
    const outbox = createFakeOutbox();
    await createRunBulk({ bulk: { run: batches(3) }, outbox, bulkForMs: 0 })(job({ job_id: jobId }));
    expect(outbox.jobs).toMatchObject([{ kind: 'bulk.run', payload: { job_id: jobId }, key: `bulk.run:${jobId}:100` }]);
  });
});

describe('bulk.mail', () => {
  const sender = { name: 'The academy', replyTo: 'answers@example.com' };
  const setUp = (mail: BulkMail | null) => {
    const sent: Mail[] = [];
    const email: EmailPort = {
      send: async (message) => {
        sent.push(message);
      },
    };
    return {
      sent,
      send: () =>
        createSendBulkMail({ bulk: { mail: async () => mail }, mails: { getSender: async () => sender }, email })(
          job({ job_id: jobId, user_id: userId }),
        ),
    };
  };

  it('sends what was written, as text that cannot be markup', async () => {
    const { sent, send } = setUp({
      email: 'asha@example.com',
      name: 'Asha\r\nBcc: x@example.com',
      subject: 'The new term',
      body: 'It begins\nsoon.\n\n<img src=x onerror=alert(1)>',
      product_name: 'AI Ready',
    });
    await send();
    expect(sent).toHaveLength(1);
    const [mail] = sent;
    expect(mail?.to.name).not.toMatch(/[\r\n]/);
    expect(mail?.subject).toBe('The new term');
    expect(mail?.sender).toEqual(sender);
    expect(mail?.text).toContain('It begins soon.');
    expect(mail?.html).toContain('&lt;img');
    expect(mail?.html).not.toContain('<img src=x');
  });

  it('sends nothing that was called off', async () => {
    const { sent, send } = setUp(null);
    await send();
    expect(sent).toEqual([]);
  });
});
