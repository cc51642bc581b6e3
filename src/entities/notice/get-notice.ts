import * as z from 'zod/mini';
import { publicRpc } from '~/lib/supabase/public-rest';

const noticeSchema = z.nullable(z.object({ message: z.string(), level: z.enum(['info', 'warning']) }));
export type Notice = NonNullable<z.infer<typeof noticeSchema>>;

const keptSchema = z.object({ at: z.number(), notice: noticeSchema });
const keptUnder = 'notice';
export const noticeFreshMs = 300_000;

function kept(now: number) {
  try {
    const parsed = z.safeParse(keptSchema, JSON.parse(sessionStorage.getItem(keptUnder) ?? 'null'));
    return parsed.success && now - parsed.data.at < noticeFreshMs && parsed.data.at <= now ? parsed.data : null;
  } catch {
    return null;
  }
}

/** What stands at the top of every page, for anybody; null when there is nothing. Asked anew after five minutes, across reloads too. */
export async function getNotice(): Promise<Notice | null> {
  const now = Date.now();
  const known = kept(now);
  if (known !== null) return known.notice;
  const notice = await publicRpc('maintenance_notice', {}, noticeSchema);
  try {
    sessionStorage.setItem(keptUnder, JSON.stringify({ at: now, notice }));
  } catch {
    // Without storage it is asked at each load.
  }
  return notice;
}
