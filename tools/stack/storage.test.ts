import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startGateway, type TestGateway } from './testing/start-gateway.ts';

const own = `bucket_id = 'box' and (storage.foldername(name))[1] = (select auth.uid())::text`;
const setUp = `
  insert into storage.buckets (id, name, file_size_limit, allowed_mime_types) values ('box', 'box', 1000, '{text/plain,image/*}');
  create policy "box insert" on storage.objects for insert to authenticated with check (${own});
  create policy "box select" on storage.objects for select to authenticated using (${own});
  create policy "box update" on storage.objects for update to authenticated using (${own});
  create policy "box delete" on storage.objects for delete to authenticated using (${own});
`;

let gateway: TestGateway;
beforeAll(async () => {
  gateway = await startGateway(setUp);
}, 60_000);
afterAll(() => gateway.stop());

const text = (content: string) => new Blob([content], { type: 'text/plain' });
const codeOf = (error: unknown) =>
  typeof error === 'object' && error !== null && 'statusCode' in error ? error.statusCode : error;

async function withFile(content = 'hello world') {
  const person = await gateway.person();
  const box = person.supabase.storage.from('box');
  const path = `${person.id}/note.txt`;
  const { error } = await box.upload(path, text(content));
  if (error) throw error;
  return { ...person, box, path };
}

describe('uploading', () => {
  test('into the own folder is allowed, as a Blob and as bytes; into another one it is refused', async () => {
    const { box, id } = await withFile();
    expect((await box.upload(`${id}/raw.txt`, Buffer.from('raw'), { contentType: 'text/plain' })).data?.path).toBe(
      `${id}/raw.txt`,
    );
    expect(codeOf((await box.upload('somebody/note.txt', text('x'))).error)).toBe('403');
    expect(codeOf((await gateway.visitor().storage.from('box').upload(`${id}/v.txt`, text('x'))).error)).toBe('403');
    expect((await gateway.admin.storage.from('box').upload('somebody/note.txt', text('x'))).error).toBeNull();
  });

  test('twice is a conflict, unless it is said to replace', async () => {
    const { box, path } = await withFile();
    expect(codeOf((await box.upload(path, text('second'))).error)).toBe('409');
    expect((await box.upload(path, text('second'), { upsert: true })).error).toBeNull();
    expect(await (await box.download(path)).data?.text()).toBe('second');
  });

  test('the limits of the bucket hold: size, type, existence', async () => {
    const { box, id, supabase } = await withFile();
    expect(codeOf((await box.upload(`${id}/big.txt`, text('x'.repeat(1001)))).error)).toBe('413');
    expect(codeOf((await box.upload(`${id}/a.pdf`, new Blob(['x'], { type: 'application/pdf' }))).error)).toBe('415');
    expect((await box.upload(`${id}/a.png`, new Blob(['x'], { type: 'image/png' }))).error).toBeNull();
    expect(codeOf((await supabase.storage.from('nowhere').upload('a.txt', text('x'))).error)).toBe('404');
    expect(codeOf((await box.upload(`${id}/../x.txt`, text('x'))).error)).not.toBeNull();
  });

  test('a signed upload address is given only to whoever may upload there', async () => {
    const { box, id } = await withFile();
    expect(codeOf((await box.createSignedUploadUrl('somebody/u.txt')).error)).toBe('403');
    const { data } = await box.createSignedUploadUrl(`${id}/u.txt`);
    const sent = await gateway
      .visitor()
      .storage.from('box')
      .uploadToSignedUrl(`${id}/u.txt`, data?.token ?? '', text('sent'));
    expect(sent.error).toBeNull();
    expect(await (await box.download(`${id}/u.txt`)).data?.text()).toBe('sent');
  });
});

describe('reading', () => {
  test('the owner downloads; another learner and a visitor find nothing', async () => {
    const { box, path } = await withFile();
    const other = await gateway.person();
    expect(await (await box.download(path)).data?.text()).toBe('hello world');
    expect((await other.supabase.storage.from('box').download(path)).error).not.toBeNull();
    expect((await gateway.visitor().storage.from('box').download(path)).error).not.toBeNull();
    expect((await box.exists(path)).data).toBe(true);
    expect((await box.exists(`${path}x`)).data).toBe(false);
  });

  test('a listing shows own files only', async () => {
    const { box, id, path } = await withFile();
    const other = await gateway.person();
    const { data } = await box.list(id);
    expect(data?.map((entry) => [entry.name, entry.metadata?.size, entry.metadata?.mimetype])).toEqual([
      ['note.txt', 11, 'text/plain'],
    ]);
    expect((await box.list()).data).toMatchObject([{ name: id, id: null }]);
    expect((await other.supabase.storage.from('box').list(path.split('/')[0])).data).toEqual([]);
  });

  test('a signed address opens without a key, for its file and its time only', async () => {
    const { box, path } = await withFile();
    const { data } = await box.createSignedUrl(path, 60);
    const url = data?.signedUrl ?? '';
    expect(await (await fetch(url)).text()).toBe('hello world');
    expect((await fetch(url.replace('note.txt', 'raw.txt'))).status).toBe(400);
    expect((await fetch(url.slice(0, -3))).status).toBe(400);
    expect((await fetch(`${url}&download=my%20note.txt`)).headers.get('content-disposition')).toContain('attachment');
    const other = await gateway.person();
    expect(codeOf((await other.supabase.storage.from('box').createSignedUrl(path, 60)).error)).toBe('404');
    const many = await box.createSignedUrls([path, 'somebody/note.txt'], 60);
    expect(many.data?.map((entry) => [entry.path, entry.error === null, Boolean(entry.signedUrl)])).toEqual([
      [path, true, true],
      ['somebody/note.txt', false, false],
    ]);
  });

  test('a player gets the part that it asks for', async () => {
    const { box, path } = await withFile();
    const url = (await box.createSignedUrl(path, 60)).data?.signedUrl ?? '';
    const part = async (range: string) => {
      const response = await fetch(url, { headers: { range } });
      return [
        response.status,
        response.headers.get('content-range'),
        response.status === 206 ? await response.text() : null,
      ];
    };
    expect(await part('bytes=0-4')).toEqual([206, 'bytes 0-4/11', 'hello']);
    expect(await part('bytes=6-')).toEqual([206, 'bytes 6-10/11', 'world']);
    expect(await part('bytes=-5')).toEqual([206, 'bytes 6-10/11', 'world']);
    expect((await part('bytes=50-'))[0]).toBe(416);
    expect((await fetch(url)).headers.get('accept-ranges')).toBe('bytes');
  });
});

describe('removing', () => {
  test('only what one may delete goes away', async () => {
    const { box, path } = await withFile();
    const other = await gateway.person();
    expect((await other.supabase.storage.from('box').remove([path])).data).toEqual([]);
    expect((await box.remove([path])).data).toMatchObject([{ name: path }]);
    expect((await box.download(path)).error).not.toBeNull();
  });
});
