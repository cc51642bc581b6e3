/** Captions are the WebVTT file in the folder of the video. */
export function captionsOf(videoPath: string): { folder: string; name: string; path: string } {
  const name = 'captions.vtt';
  const cut = videoPath.lastIndexOf('/');
  const folder = videoPath.slice(0, Math.max(0, cut));
  return { folder, name, path: folder === '' ? name : `${folder}/${name}` };
}
