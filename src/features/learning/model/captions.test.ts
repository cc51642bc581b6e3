import { expect, it } from 'vitest';
import { captionsOf } from './captions';

it.each([
  ['modules/a.b/video.mp4', 'modules/a.b', 'video.vtt'],
  ['video.webm', '', 'video.vtt'],
])('beside %s', (video, folder, name) => {
  expect(captionsOf(video)).toMatchObject({ folder, name });
});
