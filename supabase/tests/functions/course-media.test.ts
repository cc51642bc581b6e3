import { randomUUID } from 'node:crypto';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startGateway, type TestGateway } from '../../../tools/stack/testing/start-gateway.ts';
import { createLimitRate } from '../../functions/_shared/db/rate-limit.ts';
import { createVerifyUser } from '../../functions/_shared/http/auth.ts';
import { post } from '../../functions/_shared/testing/fakes.ts';
import { createCheckCourseMediaHandler } from '../../functions/check-course-media/handler.ts';
import { mayManage } from '../../functions/check-course-media/may-manage.ts';
import { createMediaFiles } from '../../functions/check-course-media/media-files.ts';
import { why } from '../support/catalogue.ts';

type Person = Awaited<ReturnType<TestGateway['person']>>;

let gateway: TestGateway;
let editor: Person;
let learner: Person;
let module = '';

const tokenOf = async (supabase: SupabaseClient) => (await supabase.auth.getSession()).data.session?.access_token ?? '';
const answer = async (call: PromiseLike<{ data: unknown; error: { message: string } | null }>) => {
  const { data, error } = await call;
  return error === null ? data : error.message;
};

beforeAll(async () => {
  gateway = await startGateway();
  [editor, learner] = [await gateway.person(), await gateway.person()];
  const { db } = gateway;
  await db.query(`update public.profiles set kind = 'staff' where user_id = $1`, [editor.id]);
  await db.query(`insert into public.staff_roles (user_id, role_id) values ($1, 'content-editor')`, [editor.id]);
  await db.query(`insert into public.tracks (id, name, price, active) values ('a-track', 'A track', 100, true)`);
  const made = await db.query<{ id: string }>(`insert into public.modules (title) values ('A module') returning id`);
  module = made.rows[0]?.id ?? '';
  await db.query(`insert into public.track_modules (track_id, module_id, position) values ('a-track', $1, 1)`, [
    module,
  ]);
  await db.query(`select private.enrol($1, 'a-track', 'grant')`, [learner.id]);
}, 180_000);
afterAll(() => gateway.stop());

/** As the editor's page sends it: the bytes themselves, by XMLHttpRequest. */
async function send(person: Person, content: string, path: string, type = 'application/pdf') {
  const response = await fetch(`${gateway.url}/storage/v1/object/course-media/${path}`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${await tokenOf(person.supabase)}`,
      apikey: gateway.publishableKey,
      'content-type': type,
      'cache-control': 'max-age=3600',
    },
    body: content,
  });
  return response.status;
}

async function check(person: Person, path: string) {
  const handler = createCheckCourseMediaHandler({
    verifyUser: createVerifyUser(gateway.admin),
    limitRate: createLimitRate(gateway.admin),
    mayManage: ({ token }) =>
      mayManage(
        createClient(gateway.url, gateway.publishableKey, {
          auth: { persistSession: false },
          global: { headers: { authorization: `Bearer ${token}` } },
        }),
      ),
    files: createMediaFiles(gateway.admin),
    log: () => undefined,
  });
  const response = await handler(post({ path }, { authorization: `Bearer ${await tokenOf(person.supabase)}` }));
  return response.status === 200 ? await response.json() : response.status;
}

const newPath = () => `modules/${module}/${randomUUID()}/notes.pdf`;
const save = (version: number, path: string) =>
  answer(
    editor.supabase.rpc('save_module_draft', {
      p_module_id: module,
      p_version: version,
      p_changes: { pdf_path: path },
    }),
  );
const publish = (version: number) =>
  answer(editor.supabase.rpc('publish_module', { p_module_id: module, p_version: version, p_reason: why }));
const learnerReads = async (path: string) =>
  (await learner.supabase.storage.from('course-media').download(path)).error === null;

describe('a file of a module', () => {
  it('goes from the editor to the learner only by way of the check and of publishing', async () => {
    const path = newPath();
    expect(await send(editor, '%PDF-1.7\nreal', path)).toBe(200);
    expect(await learnerReads(path)).toBe(false);
    expect(await save(0, path)).toMatchObject({ version: 1 });
    expect(await publish(1)).toBe('pdf_unchecked');
    expect(await check(learner, path)).toBe(403);
    expect(await check(editor, path)).toEqual({ fault: null });
    expect(await learnerReads(path)).toBe(false);
    expect(await publish(1)).toBeNull();
    expect(await learnerReads(path)).toBe(true);
    expect((await gateway.visitor().storage.from('course-media').download(path)).error).not.toBeNull();
  });

  it('that is something else is found out, whatever it was called, and does not go out', async () => {
    const path = newPath();
    expect(await send(editor, '<html><script>alert(1)</script>', path)).toBe(200);
    expect(await check(editor, path)).toEqual({ fault: 'wrong_content' });
    expect(await save(2, path)).toMatchObject({ version: 3 });
    expect(await publish(3)).toBe('pdf_refused');
    expect(await learnerReads(path)).toBe(false);
  });

  it('is not replaced in place, nor put anywhere else, nor sent by anybody else', async () => {
    const path = newPath();
    expect(await send(editor, '%PDF-1.7', path)).toBe(200);
    expect(await send(editor, '<html>', path)).toBe(400);
    expect(
      (await editor.supabase.storage.from('course-media').update(path, new Blob(['x'], { type: 'application/pdf' })))
        .error,
    ).not.toBeNull();
    expect(await send(editor, '%PDF-1.7', `modules/${module}/notes.pdf`)).not.toBe(200);
    expect(await send(editor, '<html>', newPath(), 'text/html')).not.toBe(200);
    expect(await send(learner, '%PDF-1.7', newPath())).not.toBe(200);
  });

  it('that was published stays when somebody would remove it; one that was not can go', async () => {
    const published = newPath();
    const spare = newPath();
    for (const path of [published, spare]) await send(editor, '%PDF-1.7', path);
    await gateway.db.query('update public.modules set pdf_path = $2 where id = $1', [module, published]);
    await editor.supabase.storage.from('course-media').remove([published, spare]);
    expect(await learnerReads(published)).toBe(true);
    expect((await editor.supabase.storage.from('course-media').download(spare)).error).not.toBeNull();
  });

  it('that is not there cannot be checked', async () => {
    expect(await check(editor, newPath())).toBe(404);
  });
});
