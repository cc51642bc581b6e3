import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { Certificate } from '../_shared/db/certificates.ts';
import type { InstitutionCertificate } from '../_shared/db/institution-certificates.ts';
import { createTickets } from '../_shared/http/ticket.ts';
import { certificate as wholeCertificate, createFakeCertificates } from '../_shared/testing/certificates.ts';
import { collectBytes } from '../_shared/testing/collect.ts';
import { asPerson, createLogSpy, errorOf, person, post, verifyUser } from '../_shared/testing/fakes.ts';
import {
  createFakeInstitution,
  institutionCertificate,
  institutionId,
} from '../_shared/testing/institution-certificates.ts';
import { createCertificatesZipHandler } from './handler.ts';
import { ticketPurpose, ticketSchema, ticketSeconds } from './ticket.ts';

const ownUrl = 'https://project.example.com/functions/v1/certificates-zip';
const pdfOf = (row: InstitutionCertificate) => new TextEncoder().encode(`%PDF ${row.number}`);

function setUp(rows: InstitutionCertificate[], whole: Certificate[] = []) {
  const institution = createFakeInstitution(rows);
  const certificates = createFakeCertificates(...whole);
  for (const row of rows) if (row.pdf_path) certificates.files.set(row.pdf_path, pdfOf(row));
  const clock = { now: Date.parse('2026-05-01T06:00:00Z') };
  const limited: string[] = [];
  const nudges: string[] = [];
  const { lines, log } = createLogSpy();
  const handler = createCertificatesZipHandler({
    verifyUser,
    limitRate: async (bucket) => void limited.push(bucket),
    listCertificates: institution.list,
    certificates,
    renderCertificate: async ({ number }) => new TextEncoder().encode(`%PDF drawn ${number}`),
    tickets: createTickets({
      secretKey: 'sb_secret_test',
      purpose: ticketPurpose,
      schema: ticketSchema,
      seconds: ticketSeconds,
      now: () => clock.now,
    }),
    appUrl: 'https://certify.example.com',
    ownUrl,
    nudgeWorker: () => void nudges.push('worker'),
    log,
  });
  const ask = (body: unknown = { institutionId }) => handler(post(body, asPerson));
  const open = async () => {
    const { url } = await (await ask()).json();
    return await handler(new Request(url));
  };
  return { handler, ask, open, institution, certificates, clock, limited, nudges, lines };
}

const rows = (count: number) => Array.from({ length: count }, (_row, index) => institutionCertificate(index + 1));

async function filesOf(response: Response): Promise<Record<string, string>> {
  if (!response.body) throw new Error('There is no body');
  const files = unzipSync(await collectBytes(response.body));
  return Object.fromEntries(Object.entries(files).map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
}

describe('asking for the archive', () => {
  it('answers a link and how many certificates there are, counted over pages', async () => {
    const { ask, institution, limited } = setUp(rows(1500));
    const answer = await (await ask()).json();
    expect(answer).toEqual({ url: expect.stringMatching(`^${ownUrl}\\?ticket=[\\w.-]+$`), count: 1500 });
    expect(institution.asked.map(({ limit }) => limit)).toEqual([1000, 1000, 1000]);
    expect(limited).toEqual([`certificates-zip:${person.id}`]);
  });

  it('counts those of one track when asked for one', async () => {
    const { ask, institution } = setUp(rows(2));
    await ask({ institutionId, trackId: 'ai-foundations' });
    expect(institution.asked[0]).toMatchObject({ trackId: 'ai-foundations' });
  });

  it('says so when there are none, or more than one file holds', async () => {
    expect(await errorOf(await setUp([]).ask())).toEqual({ status: 409, code: 'no_certificates' });
    const tooMany = await setUp(rows(50_001)).ask();
    expect(await errorOf(tooMany)).toEqual({ status: 409, code: 'too_many_certificates' });
  });

  it('refuses who does not manage the institution, and who is not signed in', async () => {
    const { ask, handler, institution } = setUp(rows(2));
    expect((await ask()).status).toBe(200);
    const other = await ask({ institutionId: '5e0b8a3e-6a54-4f3c-9b1e-2f8c4d5a6b7c' });
    expect(await errorOf(other)).toEqual({ status: 403, code: 'forbidden' });
    institution.managers.clear();
    expect(await errorOf(await ask())).toEqual({ status: 403, code: 'forbidden' });
    expect((await handler(post({ institutionId }))).status).toBe(401);
  });
});

describe('the archive', () => {
  it('holds each document under a name of its own, and the list of them', async () => {
    const { open } = setUp([
      institutionCertificate(1, { holder_name: 'प्रिया शर्मा' }),
      institutionCertificate(2, { holder_name: '../=cmd|x' }),
      institutionCertificate(3, { holder_name: 'प्रिया शर्मा' }),
    ]);
    const response = await open();
    expect(response.headers.get('content-type')).toBe('application/zip');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="certificates-\d{4}-\d{2}-\d{2}\.zip"$/,
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    const files = await filesOf(response);
    expect(Object.keys(files)).toEqual([
      'AIR-2026-00000001 प्रिया शर्मा.pdf',
      'AIR-2026-00000002 .. =cmd x.pdf',
      'AIR-2026-00000003 प्रिया शर्मा.pdf',
      'certificates.csv',
    ]);
    expect(files['AIR-2026-00000003 प्रिया शर्मा.pdf']).toBe('%PDF AIR-2026-00000003');
    const lines = files['certificates.csv']?.split('\r\n');
    expect(lines?.[0]).toBe('Certificate,Name,Track,Issued on (India),Valid until (India),Verify at,File');
    expect(lines?.[2]).toBe(
      'AIR-2026-00000002,../=cmd|x,AI Foundations,2026-04-01,2028-04-01,' +
        'https://certify.example.com/verify/AIR-2026-00000002,AIR-2026-00000002 .. =cmd x.pdf',
    );
  });

  it('comes page by page', async () => {
    const { open, institution } = setUp(rows(250));
    const files = await filesOf(await open());
    expect(Object.keys(files)).toHaveLength(251);
    const pages = institution.asked.filter(({ limit }) => limit === 100).map(({ after }) => after?.slice(-3) ?? null);
    expect(pages).toEqual([null, '100', '200', '250']);
  });

  it('draws and keeps what the worker has not drawn yet, which sends the mail as ever', async () => {
    const { open, certificates, nudges, lines } = setUp(
      [institutionCertificate(1, { id: wholeCertificate.id, number: wholeCertificate.number, pdf_path: null })],
      [wholeCertificate],
    );
    const files = await filesOf(await open());
    expect(Object.values(files)[0]).toBe('%PDF drawn AIR-2026-000123');
    expect(certificates.stored.get(wholeCertificate.id)?.pdf_path).toBe(`${person.id}/AIR-2026-000123.pdf`);
    expect(nudges).toEqual(['worker']);
    expect(lines.at(-1)).toMatchObject({ fn: 'certificates-zip', outcome: 'complete', files: 1, drawn: 1, failed: 0 });
  });

  it('leaves out what was revoked on the way', async () => {
    const { open, nudges } = setUp(
      [institutionCertificate(1, { id: wholeCertificate.id, pdf_path: null }), institutionCertificate(2)],
      [{ ...wholeCertificate, status: 'revoked' }],
    );
    const files = await filesOf(await open());
    expect(Object.keys(files)).toEqual(['AIR-2026-00000002 Student 2.pdf', 'certificates.csv']);
    expect(files['certificates.csv']).not.toContain('AIR-2026-00000001');
    expect(nudges).toEqual([]);
  });

  it('names a document that cannot be read and goes on', async () => {
    const { open, certificates, lines } = setUp(rows(3));
    certificates.files.delete('somebody/2.pdf');
    const files = await filesOf(await open());
    expect(Object.keys(files)).toEqual([
      'AIR-2026-00000001 Student 1.pdf',
      'AIR-2026-00000003 Student 3.pdf',
      'certificates.csv',
      'errors.txt',
    ]);
    expect(files['errors.txt']).toContain('AIR-2026-00000002 Student 2\r\n');
    expect(files['certificates.csv']).toContain('verify/AIR-2026-00000002,\r\n');
    expect(lines.at(-1)).toMatchObject({ outcome: 'complete', files: 2, failed: 1, lastFailure: expect.any(String) });
  });

  it('asks a second time for a document that could not be had at first', async () => {
    const { open, certificates } = setUp(rows(3));
    const openPdf = certificates.openPdf;
    const asked: string[] = [];
    certificates.openPdf = async (path) => {
      asked.push(path);
      if (asked.filter((each) => each === path).length === 1 && path.endsWith('2.pdf')) throw new Error('timed out');
      return await openPdf(path);
    };
    expect(Object.keys(await filesOf(await open()))).toEqual([
      'AIR-2026-00000001 Student 1.pdf',
      'AIR-2026-00000002 Student 2.pdf',
      'AIR-2026-00000003 Student 3.pdf',
      'certificates.csv',
    ]);
    expect(asked.filter((path) => path.endsWith('2.pdf'))).toHaveLength(2);
  });

  it('never breaks for want of all documents', async () => {
    const { open, certificates } = setUp(rows(2));
    certificates.files.clear();
    expect(Object.keys(await filesOf(await open()))).toEqual(['certificates.csv', 'errors.txt']);
  });
});

describe('the ticket', () => {
  it('opens the archive for a minute, without a sign-in', async () => {
    const { ask, handler, clock } = setUp(rows(1));
    const { url } = await (await ask()).json();
    clock.now += 59_000;
    expect((await handler(new Request(url))).status).toBe(200);
    clock.now += 1_000;
    expect(await errorOf(await handler(new Request(url)))).toEqual({ status: 401, code: 'ticket_expired' });
  });

  it('is needed, whole and unchanged', async () => {
    const { ask, handler } = setUp(rows(1));
    const { url } = await (await ask()).json();
    for (const wrong of [ownUrl, `${ownUrl}?ticket=`, `${url}0`, url.replace('ticket=', 'ticket=x')]) {
      expect(await errorOf(await handler(new Request(wrong)))).toEqual({ status: 401, code: 'ticket_expired' });
    }
  });

  it('carries no rights: a manager who was removed since is refused', async () => {
    const { ask, handler, institution } = setUp(rows(1));
    const { url } = await (await ask()).json();
    institution.managers.clear();
    expect(await errorOf(await handler(new Request(url)))).toEqual({ status: 403, code: 'forbidden' });
  });

  it('breaks the download off when the manager is removed in the middle of it', async () => {
    const { open, institution, lines } = setUp(rows(250));
    const response = await open();
    institution.managers.clear();
    await expect(filesOf(response)).rejects.toThrow('not allowed');
    expect(lines.at(-1)).toMatchObject({ outcome: 'failed', error: expect.stringContaining('not allowed') });
  });
});

it('stops reading documents when the browser leaves', async () => {
  const { open, institution, lines } = setUp(
    rows(2000).map((row) => ({ ...row, holder_name: 'x'.repeat(150), pdf_path: row.pdf_path })),
  );
  const reader = (await open()).body?.getReader();
  await reader?.read();
  await reader?.cancel();
  const asked = institution.asked.length;
  await new Promise((resolve) => setImmediate(resolve));
  expect(institution.asked.length).toBe(asked);
  expect(asked).toBeLessThan(15);
  expect(lines.at(-1)).toMatchObject({ outcome: 'cancelled' });
});
