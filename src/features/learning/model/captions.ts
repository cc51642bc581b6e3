/** Captions are the WebVTT file beside the video, of the same name. */
export function captionsOf(videoPath: string): { folder: string; name: string; path: string } {
  const path = videoPath.replace(/\.[^./]+$/, '.vtt');
  const cut = path.lastIndexOf('/');
  return { folder: path.slice(0, Math.max(0, cut)), name: path.slice(cut + 1), path };
}
