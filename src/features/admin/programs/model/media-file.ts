import { headBytes, mediaTypeOf, type MediaType } from '@contracts/course-media.ts';

export type MediaKind = 'video' | 'pdf';
export type MediaChoice = { file: File; type: MediaType; contentType: string };
export type FileFault = 'empty' | 'too_large' | 'not_a_video' | 'not_a_pdf';

/** The limit of the bucket. */
const mostBytes = 524_288_000;
const contentTypes: Record<MediaType, string> = {
  mp4: 'video/mp4',
  webm: 'video/webm',
  pdf: 'application/pdf',
};
const fileNames: Record<MediaType, string> = { mp4: 'video.mp4', webm: 'video.webm', pdf: 'notes.pdf' };

export const acceptOf: Record<MediaKind, string> = {
  video: '.mp4,.webm,video/mp4,video/webm',
  pdf: '.pdf,application/pdf',
};

/** Each upload in a folder of its own: a published file is never replaced in place. */
export const mediaPath = (moduleId: string, uploadId: string, type: MediaType) =>
  `modules/${moduleId}/${uploadId}/${fileNames[type]}`;

/** What the file is by its first bytes, whatever it is called; or what is wrong with it. */
export async function chooseMedia(file: File, kind: MediaKind): Promise<MediaChoice | { fault: FileFault }> {
  if (file.size === 0) return { fault: 'empty' };
  if (file.size > mostBytes) return { fault: 'too_large' };
  const type = mediaTypeOf(new Uint8Array(await file.slice(0, headBytes).arrayBuffer()));
  if (type === null || (type === 'pdf') !== (kind === 'pdf')) {
    return { fault: kind === 'pdf' ? 'not_a_pdf' : 'not_a_video' };
  }
  return { file, type, contentType: contentTypes[type] };
}

/** An address of a video file that a player can be given. */
export function isVideoAddress(address: string): boolean {
  if (!/^https:\/\/[^\s<>"'`\\]+$/.test(address) || address.length > 1000 || !URL.canParse(address)) return false;
  const { hostname, username, pathname } = new URL(address);
  return hostname.includes('.') && username === '' && pathname !== '/';
}
