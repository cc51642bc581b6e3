import { describe, expect, it } from 'vitest';
import { checkCourseMediaResponseSchema, mediaTypeOf } from '../_shared/contracts/course-media.ts';
import { notFound } from '../_shared/http/errors.ts';
import { asPerson, errorOf, post, verifyUser } from '../_shared/testing/fakes.ts';
import { createCheckCourseMediaHandler } from './handler.ts';
import { firstBytes } from './media-files.ts';

const folder = 'modules/0c0f8a54-7c1d-4b7e-9a55-2f1c7f2f1a01/3f0e8a54-7c1d-4b7e-9a55-2f1c7f2f1a01';
const bytes = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const mp4 = bytes('\0\0\0\x20ftypisom\0\0\x02\0isomiso2');
const webm = bytes('\x1a\x45\xdf\xa3\x9f\x42\x86\x81\x01\x42\xf7\x81\x01\x42\x82\x84webm\x42\x87\x81\x04');
const mkv = bytes('\x1a\x45\xdf\xa3\xa3\x42\x86\x81\x01\x42\x82\x88matroska');
const pdf = bytes('%PDF-1.7\n%...');
const html = bytes('<html><script>alert(1)</script>');

function setUp(head: Uint8Array | null, may = true) {
  const recorded: unknown[] = [];
  const handler = createCheckCourseMediaHandler({
    verifyUser,
    limitRate: async () => undefined,
    mayManage: async () => may,
    files: {
      readHead: async () => {
        if (head === null) throw notFound('The file');
        return head;
      },
      record: async (...facts) => void recorded.push(facts),
    },
    log: () => undefined,
  });
  return { handler, recorded };
}

describe('check-course-media', () => {
  it.each([
    ['video.mp4', mp4, 'video', null],
    ['video.webm', webm, 'video', null],
    ['notes.pdf', pdf, 'pdf', null],
    ['notes.pdf', html, 'pdf', 'wrong_content'],
    ['notes.pdf', bytes(`\n${'%PDF-1.7'}`), 'pdf', 'wrong_content'],
    ['video.mp4', pdf, 'video', 'wrong_content'],
    ['video.mp4', webm, 'video', 'wrong_content'],
    ['video.webm', mkv, 'video', 'wrong_content'],
    ['video.mp4', bytes('ftyp'), 'video', 'wrong_content'],
    ['notes.pdf', new Uint8Array(), 'pdf', 'empty'],
  ])('keeps what it found in %s', async (name, head, kind, fault) => {
    const { handler, recorded } = setUp(head);
    const response = await handler(post({ path: `${folder}/${name}` }, asPerson));
    expect(checkCourseMediaResponseSchema.parse(await response.json())).toEqual({ fault });
    expect(recorded).toEqual([[`${folder}/${name}`, kind, fault]]);
  });

  it('refuses strangers, and people without the permission', async () => {
    const { handler, recorded } = setUp(pdf, false);
    expect((await handler(post({ path: `${folder}/notes.pdf` }))).status).toBe(401);
    expect(await errorOf(await handler(post({ path: `${folder}/notes.pdf` }, asPerson)))).toMatchObject({
      status: 403,
    });
    expect(recorded).toEqual([]);
  });

  it.each(['', 'notes.pdf', `${folder}/page.html`, `${folder}/../notes.pdf`, 5, null])(
    'looks at no other place, such as %j',
    async (path) => {
      const { handler, recorded } = setUp(pdf);
      expect((await handler(post({ path }, asPerson))).status).toBe(400);
      expect(recorded).toEqual([]);
    },
  );

  it('says when there is no such file', async () => {
    const { handler, recorded } = setUp(null);
    expect((await handler(post({ path: `${folder}/notes.pdf` }, asPerson))).status).toBe(404);
    expect(recorded).toEqual([]);
  });
});

it('reads no more of a file than tells its type', async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 1;
      controller.enqueue(new Uint8Array(10).fill(sent));
    },
  });
  expect(await firstBytes(endless)).toHaveLength(64);
  expect(sent).toBeLessThan(10);
  expect(await firstBytes(new Response('%PDF').body ?? endless)).toEqual(bytes('%PDF'));
});

it('does not take a name for a type', () => {
  expect(mediaTypeOf(html)).toBeNull();
  expect(mediaTypeOf(new Uint8Array())).toBeNull();
});
