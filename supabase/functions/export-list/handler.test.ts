import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import type { ExportListRequest } from '../_shared/contracts/export-list.ts';
import { HttpError } from '../_shared/http/errors.ts';
import { asPerson, createLogSpy, errorOf, person, post, verifyUser } from '../_shared/testing/fakes.ts';
import { institutionId } from '../_shared/testing/institution-certificates.ts';
import { auditRow, certificateRow, createFakeLists, importRow, leadRow, userRow } from '../_shared/testing/lists.ts';
import { createExportListHandler } from './handler.ts';

const importId = 'c0a80101-3f5b-4a55-9a63-5c1f7f2f1a01';
const students: ExportListRequest = { list: 'students', format: 'csv', params: { institutionId } };
const certificates: ExportListRequest = { list: 'certificates', format: 'csv', params: { institutionId } };
const leads: ExportListRequest = { list: 'leads', format: 'csv', params: {} };
const users: ExportListRequest = { list: 'users', format: 'csv', params: {} };
const importErrors: ExportListRequest = { list: 'import-errors', format: 'csv', params: { importId } };

function setUp(
  has: Parameters<typeof createFakeLists>[0],
  limitRate: (bucket: string) => Promise<void> = async () => {},
) {
  const { lists, asked } = createFakeLists(has);
  const { lines, log } = createLogSpy();
  const callers: string[] = [];
  const handler = createExportListHandler({
    verifyUser,
    limitRate,
    listsOf: (caller) => {
      callers.push(caller.token);
      return lists;
    },
    appUrl: 'https://certify.example.com',
    log,
  });
  return { ask: (body: unknown) => handler(post(body, asPerson)), handler, lists, asked, callers, lines };
}

async function linesOf(response: Response): Promise<string[]> {
  expect(response.status).toBe(200);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer());
  expect(text.startsWith('\uFEFF')).toBe(true);
  expect(text.endsWith('\r\n')).toBe(true);
  return text.slice(1, -2).split('\r\n');
}

describe('a list as a file', () => {
  it('is named by list and day, comes as bytes, and is read under the rights of who asks', async () => {
    const { ask, callers } = setUp({ students: 1 });
    const response = await ask(students);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="students-\d{4}-\d{2}-\d{2}\.csv"$/,
    );
    expect(response.headers.get('cache-control')).toBe('private, no-store');
    expect(callers).toEqual([person.token]);
  });

  it('is a workbook when one is asked for', async () => {
    const response = await setUp({ students: 3 }).ask({ ...students, format: 'xlsx' });
    expect(response.headers.get('content-disposition')).toMatch(/\.xlsx"$/);
    const parts = unzipSync(new Uint8Array(await response.arrayBuffer()));
    const sheet = new TextDecoder().decode(parts['xl/worksheets/sheet1.xml']);
    expect(sheet.match(/<row /g)).toHaveLength(4);
    expect(sheet).toContain('>student3@example.com<');
  });

  it('holds every page of it, in order', async () => {
    const { ask, asked } = setUp({ students: 2500 });
    const lines = await linesOf(await ask(students));
    expect(lines).toHaveLength(2501);
    expect(lines[1]).toContain('student1@example.com');
    expect(lines[2500]).toContain('student2500@example.com');
    expect(asked.map(({ from, limit }) => [from, limit])).toEqual([
      [0, 1000],
      [1000, 1000],
      [2000, 1000],
    ]);
  });

  it('is its header when the list is empty', async () => {
    const empty: [Parameters<typeof createFakeLists>[0], ExportListRequest][] = [
      [{ students: 0 }, students],
      [{ leads: [] }, leads],
      [{ users: [] }, users],
      [{ certificates: [] }, certificates],
      [{ imports: [{ id: importId, columns: null, rows: [] }] }, importErrors],
    ];
    for (const [has, request] of empty) {
      expect(await linesOf(await setUp(has).ask(request)), request.list).toHaveLength(1);
    }
  });

  it('hands the filters of the screen on', async () => {
    const { ask, asked } = setUp({ students: 1 });
    const params = {
      institutionId,
      search: 'priya',
      trackId: 'ai',
      state: 'at_risk',
      sort: 'percent',
      descending: true,
    };
    await ask({ ...students, params });
    expect(asked[0]?.filter).toEqual(params);
  });

  it('is written while it is read: fifty thousand rows are never held at once', async () => {
    for (const format of ['csv', 'xlsx'] as const) {
      const { ask, asked } = setUp({ students: 50_000 });
      const response = await ask({ ...students, format });
      expect(asked).toHaveLength(1);
      const reader = response.body?.getReader();
      let bytes = 0;
      let before = asked.length;
      let most = 0;
      for (;;) {
        const { done, value } = (await reader?.read()) ?? { done: true };
        most = Math.max(most, asked.length - before);
        before = asked.length;
        if (done) break;
        bytes += value?.length ?? 0;
      }
      expect(asked).toHaveLength(50);
      expect(bytes).toBeGreaterThan(1_000_000);
      // Pages that were read for one piece of the file.
      expect(most).toBeLessThanOrEqual(5);
    }
  });

  it('breaks off when a page cannot be read, so that half a file is not taken for a whole one', async () => {
    const { ask, lists, lines } = setUp({ students: 2500 });
    const response = await ask(students);
    lists.students = async () => {
      throw new HttpError(503, 'database_unavailable', 'The service cannot be reached at the moment.');
    };
    await expect(response.arrayBuffer()).rejects.toThrow('cannot be reached');
    expect(lines.at(-1)).toMatchObject({ fn: 'export-list', list: 'students', outcome: 'failed' });
  });
});

describe('who may have it', () => {
  it('is decided by the database for students, leads and people', async () => {
    const nobody = setUp({});
    expect(await errorOf(await nobody.ask(students))).toEqual({ status: 403, code: 'forbidden' });
    expect(await errorOf(await nobody.ask(leads))).toEqual({ status: 403, code: 'forbidden' });
    expect(await errorOf(await nobody.ask(users))).toEqual({ status: 403, code: 'forbidden' });
    expect((await setUp({ users: [userRow(1)] }).ask(users)).status).toBe(200);
    expect((await setUp({ students: 1 }).ask(students)).status).toBe(200);
    expect((await setUp({ leads: [leadRow(1)] }).ask(leads)).status).toBe(200);
  });

  it('is a manager of the institution or who may read all certificates, for certificates', async () => {
    expect(await errorOf(await setUp({}).ask(certificates))).toEqual({ status: 403, code: 'forbidden' });
    const sales = setUp({ permissions: ['institutions.read', 'leads.read'] });
    expect(await errorOf(await sales.ask(certificates))).toEqual({ status: 403, code: 'forbidden' });
    expect((await setUp({ certificates: [certificateRow(1)] }).ask(certificates)).status).toBe(200);
    expect((await setUp({ permissions: ['certificates.read'] }).ask(certificates)).status).toBe(200);
    const account = setUp({});
    account.lists.access = async () => null;
    expect(await errorOf(await account.ask(certificates))).toEqual({ status: 403, code: 'forbidden' });
  });

  it("does not know another institution's import", async () => {
    expect(await errorOf(await setUp({}).ask(importErrors))).toEqual({ status: 404, code: 'not_found' });
    const own = setUp({ imports: [{ id: importId, columns: ['Email'], rows: [importRow(2)] }] });
    expect((await own.ask(importErrors)).status).toBe(200);
  });

  it('is nobody without a sign-in', async () => {
    expect((await setUp({ students: 1 }).handler(post(students))).status).toBe(401);
  });

  it('is nobody for a while after too many files', async () => {
    const buckets: string[] = [];
    const { ask } = setUp({ students: 1 }, async (bucket) => {
      if (buckets.push(bucket) > 1) throw new HttpError(429, 'too_many_requests', 'Too many requests.');
    });
    expect((await ask(students)).status).toBe(200);
    expect(await errorOf(await ask(students))).toEqual({ status: 429, code: 'too_many_requests' });
    expect(buckets).toEqual([`export-list:${person.id}`, `export-list:${person.id}`]);
  });

  it.each([
    { list: 'payments', format: 'csv', params: {} },
    { list: 'students', format: 'pdf', params: { institutionId } },
    { list: 'students', format: 'csv', params: {} },
    { list: 'leads', format: 'csv', params: { status: ['sold'] } },
    { list: 'users', format: 'csv', params: { identity: 'maybe' } },
  ])('is nobody who asks for what there is not: %j', async (body) => {
    expect(await errorOf(await setUp({ students: 1, leads: [] }).ask(body))).toMatchObject({
      status: 400,
      code: 'invalid_input',
    });
  });
});

it('writes leads with their tracks by name, the value in rupees and the phone as text', async () => {
  const [titles, line] = await linesOf(await setUp({ leads: [leadRow(1)] }).ask(leads));
  expect(titles).toContain('Estimated value (INR),Follow up on,');
  expect(line).toBe(
    "ENQ-000001,New,University,University 1,Ann Thomas,,ann@example.edu,'+919876543210,,,,29,200,AI Foundations," +
      '123456.5,2026-05-01,,,1,2026-04-01 09:41,2026-04-01 09:41,,',
  );
});

it('writes people page by page, each page behind the last person of the one before', async () => {
  const rows = Array.from({ length: 2100 }, (_row, index) => userRow(index + 1));
  const { ask, asked } = setUp({ users: rows });
  const params = { search: 'person', kind: 'learner' as const, identity: 'none' as const, sort: 'name' };
  const lines = await linesOf(await ask({ ...users, params }));
  expect(lines).toHaveLength(2101);
  expect(lines[1]).toBe(
    "Person 1,person1@example.com,'+919876543210,Learner,Active,None,AI Foundations (active),2026-04-01 09:41",
  );
  expect(asked.map(({ from }) => from)).toEqual(['', userRow(1000).id, userRow(2000).id]);
  expect(asked[0]?.filter).toEqual(params);
});

it('writes certificates with the page that proves them, in pages by number', async () => {
  const rows = Array.from({ length: 1200 }, (_row, index) => certificateRow(index + 1));
  const { ask, asked } = setUp({ certificates: rows });
  const lines = await linesOf(await ask(certificates));
  expect(lines).toHaveLength(1201);
  expect(lines[1]).toBe(
    'AIR-2026-00000001,Student 1,AI Foundations,Issued,2026-04-01,2028-04-01,,' +
      'https://certify.example.com/verify/AIR-2026-00000001',
  );
  expect(asked.map(({ from }) => from)).toEqual(['', 'AIR-2026-00001000', 'AIR-2026-00001200']);
});

describe('the audit log', () => {
  const audit: ExportListRequest = { list: 'audit', format: 'csv', params: { action: 'role' } };

  it('is for whom the database shows it to', async () => {
    expect(await errorOf(await setUp({}).ask(audit))).toEqual({ status: 403, code: 'forbidden' });
  });

  it('is written newest first, page by page, with what changed', async () => {
    const rows = Array.from({ length: 1200 }, (_row, index) => auditRow(1200 - index));
    const { ask, asked } = setUp({ audit: rows });
    const lines = await linesOf(await ask(audit));
    expect(lines).toHaveLength(1201);
    expect(lines[1]).toBe(
      '1200,2026-04-01 09:41,Nila Iyer,role.granted,profile,00000000-0000-4000-8000-000000000900,Ravi Menon,New colleague,,' +
        '"{""role"":""sales""}",,203.0.113.9,Browser/1',
    );
    expect(asked.map(({ from }) => from)).toEqual([0, 201, 1]);
    expect(asked[0]?.filter).toEqual({ action: 'role' });
  });
});
