export type StreamEnd = { outcome: 'complete' | 'failed' | 'cancelled'; bytes: number; error?: unknown };

/** Small pieces travel together: each chunk of a response costs more than its bytes. */
const chunkBytes = 64 * 1024;

/**
 * A body that is made while it is read. Nothing runs ahead of a slow reader. When the reader leaves, `signal` fires and the
 * generator is closed; when the generator fails, the connection breaks off, so that nobody takes half a file for a whole one.
 */
export function byteStream(
  make: (signal: AbortSignal) => AsyncGenerator<Uint8Array>,
  onEnd: (end: StreamEnd) => void = () => undefined,
): ReadableStream<Uint8Array<ArrayBuffer>> {
  const stop = new AbortController();
  const chunks = make(stop.signal);
  let bytes = 0;
  let ended = false;
  const end = (outcome: StreamEnd['outcome'], error?: unknown) => {
    if (ended) return;
    ended = true;
    onEnd({ outcome, bytes, error });
  };
  return new ReadableStream({
    async pull(controller) {
      try {
        const { chunk, done } = await gather(chunks);
        if (chunk.length > 0) {
          bytes += chunk.length;
          controller.enqueue(chunk);
        }
        if (!done) return;
        end('complete');
        controller.close();
      } catch (error) {
        end('failed', error);
        stop.abort();
        controller.error(error);
      }
    },
    async cancel() {
      end('cancelled');
      stop.abort();
      await chunks.return(undefined);
    },
  });
}

async function gather(chunks: AsyncGenerator<Uint8Array>): Promise<{ chunk: Uint8Array<ArrayBuffer>; done: boolean }> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  let done = false;
  while (size < chunkBytes) {
    const next = await chunks.next();
    if (next.done) {
      done = true;
      break;
    }
    pieces.push(next.value);
    size += next.value.length;
  }
  const chunk = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    chunk.set(piece, offset);
    offset += piece.length;
  }
  return { chunk, done };
}
