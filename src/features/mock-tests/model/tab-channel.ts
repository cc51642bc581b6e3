import * as z from 'zod/mini';

const answersSchema = z.record(
  z.string(),
  z.object({ selected: z.array(z.string()), flagged: z.boolean(), seq: z.number() }),
);
const messageSchema = z.discriminatedUnion('type', [
  z.object({ type: z.literal('answers'), answers: answersSchema }),
  z.object({ type: z.literal('submitted') }),
]);
type Posted =
  | {
      type: 'answers';
      answers: Readonly<Record<string, { selected: readonly string[]; flagged: boolean; seq: number }>>;
    }
  | { type: 'submitted' };

export type TabMessage = z.infer<typeof messageSchema>;

/** What tabs with the same attempt tell each other. A channel lives only while somebody listens. */
export function openTabChannel(attemptId: string) {
  const name = `attempt:${attemptId}`;
  let channel: BroadcastChannel | null = null;
  return {
    post(message: Posted) {
      // A channel reaches its own origin only and takes no target.
      // oxlint-disable-next-line unicorn/require-post-message-target-origin
      channel?.postMessage(message);
    },
    listen(take: (message: TabMessage) => void) {
      if (typeof BroadcastChannel === 'undefined') return () => undefined;
      const opened = new BroadcastChannel(name);
      opened.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        const parsed = messageSchema.safeParse(data);
        if (parsed.success) take(parsed.data);
      });
      channel = opened;
      return () => {
        opened.close();
        if (channel === opened) channel = null;
      };
    },
  };
}
