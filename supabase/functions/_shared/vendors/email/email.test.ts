import { createServer as createHttp } from 'node:http';
import { createServer as createTcp } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startMailboxSandbox } from '../../../../../tools/sandbox/mailbox/server.ts';
import { toHex } from '../../http/hmac.ts';
import { portOf } from '../../testing/port-of.ts';
import { formatAddress, parseAddress } from './address.ts';
import { createSendgrid } from './sendgrid.ts';
import { createSes } from './ses.ts';
import { deriveSigningKey, signPost } from './sigv4.ts';
import { createSmtp } from './smtp.ts';

const stops: (() => Promise<void> | void)[] = [];
afterEach(async () => {
  for (const stop of stops.splice(0)) await stop();
});

const mail = {
  to: { email: 'priya@example.com', name: 'प्रिया शर्मा' },
  subject: 'Your certificate: Zoë',
  text: 'Plain text',
  html: '<p>HTML</p>',
  attachments: [{ filename: 'AIR-1.pdf', type: 'application/pdf', content: new TextEncoder().encode('%PDF-1.7 test') }],
  outboxId: 'outbox-1',
};
const from = 'AI Ready <hello@example.com>';

describe('SendGrid, against the mailbox', () => {
  const open = async (apiKey = 'SG.key') => {
    const mailbox = await startMailboxSandbox({ port: 0, apiKey: 'SG.key' });
    stops.push(() => mailbox.close());
    return { mailbox, sendgrid: createSendgrid({ apiUrl: mailbox.url, apiKey, from, timeoutMs: 400 }) };
  };

  it('delivers names beyond ASCII, the attachment and the id of the outbox', async () => {
    const { mailbox, sendgrid } = await open();
    await sendgrid.send(mail);
    const [message] = await (await fetch(`${mailbox.url}/api/messages?to=priya@example.com`)).json();
    expect(message).toMatchObject({
      to: [mail.to],
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      attachments: [{ filename: 'AIR-1.pdf', type: 'application/pdf' }],
    });
    expect(message.customArgs).toMatchObject({ outbox_id: 'outbox-1' });
    const attachment = await fetch(`${mailbox.url}/api/messages/${message.id}/attachments/0`);
    expect(await attachment.text()).toBe('%PDF-1.7 test');
  });

  it('comes under the name that staff gave the sender, and asks for answers elsewhere', async () => {
    const { mailbox, sendgrid } = await open();
    await sendgrid.send({ ...mail, sender: { name: 'The team', replyTo: 'help@example.com' } });
    const [message] = await (await fetch(`${mailbox.url}/api/messages?to=priya@example.com`)).json();
    expect(message).toMatchObject({ subject: mail.subject, from: { email: 'hello@example.com', name: 'The team' } });
  });

  it('waits when the key is refused, since an operator can mend that', async () => {
    const { sendgrid } = await open('SG.wrong');
    await expect(sendgrid.send(mail)).rejects.toMatchObject({ status: 401, transient: true });
  });

  it.each(['slow', 'error500', 'cut'])('survives %s', async (mode) => {
    const { mailbox, sendgrid } = await open();
    const body = JSON.stringify({ mode, times: 1 });
    await fetch(`${mailbox.url}/_control/faults`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    });
    await expect(sendgrid.send(mail)).rejects.toMatchObject({ vendor: 'sendgrid', transient: true });
  });
});

describe('SES', () => {
  it('derives the signing key of the published example', async () => {
    const key = await deriveSigningKey('wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY', [
      '20150830',
      'us-east-1',
      'iam',
      'aws4_request',
    ]);
    expect(toHex(key)).toBe('c4afb1cc5771d871763a393e44b703571b55cc28424d1a5e86da6ed3c154a4b9');
  });

  it('names what it signed', async () => {
    const key = {
      accessKeyId: 'AKIDEXAMPLE',
      secretAccessKey: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
      region: 'us-east-1',
      service: 'ses',
    };
    const url = new URL('https://email.us-east-1.amazonaws.com/v2/email/outbound-emails');
    const headers = await signPost(key, url, '{}', new Date('2026-04-01T04:11:00Z'));
    expect(headers['x-amz-date']).toBe('20260401T041100Z');
    expect(headers.authorization).toMatch(
      /^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE\/20260401\/us-east-1\/ses\/aws4_request, SignedHeaders=content-type;host;x-amz-content-sha256;x-amz-date, Signature=[0-9a-f]{64}$/,
    );
  });

  it('sends the documented body and gives up on a refusal', async () => {
    const bodies: string[] = [];
    const server = createHttp((request, response) => {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        bodies.push(body);
        if (bodies.length > 1) response.writeHead(400).end('{"message":"Email address is not verified."}');
        else response.end('{"MessageId":"m-1"}');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => void server.close());
    const ses = createSes({
      apiUrl: `http://127.0.0.1:${portOf(server)}`,
      region: 'ap-south-1',
      accessKeyId: 'id',
      secretAccessKey: 'secret',
      from,
      timeoutMs: 400,
    });
    await ses.send({ ...mail, sender: { name: '', replyTo: 'help@example.com' } });
    expect(JSON.parse(bodies[0] ?? '')).toMatchObject({
      FromEmailAddress: '"AI Ready" <hello@example.com>',
      ReplyToAddresses: ['help@example.com'],
      Content: { Simple: { Subject: { Data: mail.subject }, Attachments: [{ FileName: 'AIR-1.pdf' }] } },
    });
    await expect(ses.send(mail)).rejects.toMatchObject({ transient: false, detail: 'Email address is not verified.' });
  });
});

describe('SMTP', () => {
  /** Enough of a mail server to take or refuse one message. */
  async function startSmtp(rcptAnswer: string) {
    const received: string[] = [];
    const server = createTcp((socket) => {
      let inData = false;
      socket.on('error', () => undefined);
      socket.write('220 test ESMTP\r\n');
      socket.on('data', (chunk) => {
        const text = chunk.toString();
        received.push(text);
        if (inData) {
          if (!text.endsWith('\r\n.\r\n')) return;
          inData = false;
          socket.write('250 OK\r\n');
        } else if (text.startsWith('RCPT')) socket.write(`${rcptAnswer}\r\n`);
        else if (text.startsWith('DATA')) {
          inData = true;
          socket.write('354 Go\r\n');
        } else if (text.startsWith('QUIT')) socket.end('221 Bye\r\n');
        else socket.write('250 OK\r\n');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    stops.push(() => void server.close());
    return { received, smtp: createSmtp({ host: '127.0.0.1', port: portOf(server), from, timeoutMs: 2000 }) };
  }

  it('delivers with the id of the outbox in a header', async () => {
    const { received, smtp } = await startSmtp('250 OK');
    await smtp.send(mail);
    expect(received.join('')).toMatch(/X-Outbox-Id: outbox-1/i);
  });

  it.each([
    ['550 No such user', false],
    ['451 Try later', true],
  ])('%s is transient: %s', async (answer, transient) => {
    const { smtp } = await startSmtp(answer);
    await expect(smtp.send(mail)).rejects.toMatchObject({ vendor: 'smtp', transient });
  });

  it('is transient when nobody answers', async () => {
    const smtp = createSmtp({ host: '127.0.0.1', port: 1, from, timeoutMs: 500 });
    await expect(smtp.send(mail)).rejects.toMatchObject({ failure: 'network', transient: true });
  });
});

describe('addresses', () => {
  it('are read with and without a name', () => {
    expect(parseAddress('AI Ready <hello@example.com>')).toEqual({ name: 'AI Ready', email: 'hello@example.com' });
    expect(parseAddress('hello@example.com')).toEqual({ name: '', email: 'hello@example.com' });
  });

  it('cannot be broken out of by a name', () => {
    const address = formatAddress({ name: 'Eve" <eve@evil.example>\r\nBcc: x@evil.example', email: 'a@example.com' });
    expect(address).not.toMatch(/[\r\n]/);
    expect(address.match(/[<>]/g)).toEqual(['<', '>']);
    expect(formatAddress({ name: 'प्रिया शर्मा', email: 'a@example.com' })).toMatch(/^[\x20-\x7e]+$/);
  });
});
