import { expect, it } from 'vitest';
import { captionsOf } from './captions';

it.each([
  ['modules/a.b/video.mp4', 'modules/a.b', 'modules/a.b/captions.vtt'],
  ['video.webm', '', 'captions.vtt'],
])('captions of %s', (video, folder, path) => {
  expect(captionsOf(video)).toMatchObject({ folder, path });
});
