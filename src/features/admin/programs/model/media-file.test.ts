import { describe, expect, it } from 'vitest';
import { chooseMedia, isVideoAddress, mediaPath } from './media-file';

const file = (text: string, name: string) => new File([Uint8Array.from(text, (c) => c.charCodeAt(0))], name);

describe('chooseMedia', () => {
  it('goes by what is in the file, not by its name', async () => {
    expect(await chooseMedia(file('%PDF-1.7', 'notes'), 'pdf')).toMatchObject({ contentType: 'application/pdf' });
    expect(await chooseMedia(file('\0\0\0\x20ftypisom', 'film.mov'), 'video')).toMatchObject({ type: 'mp4' });
    expect(await chooseMedia(file('\x1a\x45\xdf\xa3\x42\x82\x84webm', 'film'), 'video')).toMatchObject({
      type: 'webm',
    });
  });

  it.each([
    ['', 'notes.pdf', 'pdf', 'empty'],
    ['<html>', 'notes.pdf', 'pdf', 'not_a_pdf'],
    ['\0\0\0\x20ftypisom', 'notes.pdf', 'pdf', 'not_a_pdf'],
    ['%PDF-1.7', 'video.mp4', 'video', 'not_a_video'],
    ['MZ', 'video.mp4', 'video', 'not_a_video'],
  ] as const)('refuses %j called %s as a %s', async (text, name, kind, fault) => {
    expect(await chooseMedia(file(text, name), kind)).toEqual({ fault });
  });

  it('refuses what the bucket would refuse for its size', async () => {
    const large = file('%PDF-1.7', 'notes.pdf');
    Object.defineProperty(large, 'size', { value: 524_288_001 });
    expect(await chooseMedia(large, 'pdf')).toEqual({ fault: 'too_large' });
  });
});

it('names each upload anew', () => {
  expect(mediaPath('m', 'u', 'webm')).toBe('modules/m/u/video.webm');
});

it.each([
  ['https://videos.example/a.mp4', true],
  ['https://videos.example:8443/a?b=c', true],
  ['http://videos.example/a.mp4', false],
  ['https://videos.example/', false],
  ['https://localhost/a.mp4', false],
  ['https://user@videos.example/a.mp4', false],
  ['javascript:alert(1)', false],
  ['https://videos.example/"x', false],
  ['', false],
])('%j is an address of a video: %s', (address, is) => {
  expect(isVideoAddress(address)).toBe(is);
});
