export type StreamEnd = { outcome: 'complete' | 'failed' | 'cancelled'; bytes: number; error?: unknown };

/** Each chunk of a response costs more than its bytes: what is smaller travels together. A copy costs too, in garbage. */
const smallPiece = 16 * 1024;

/**
 * A body that is made while it is read. Nothing runs ahead of a slow reader. When the reader leaves, `signal` fires and the
 * generator is closed; when the generator fails, the connection breaks off, so that nobody takes half a file for a whole one.
 */
export function byteStream(
  make: (signal: AbortSignal) => AsyncGenerator<Uint8Array>,
  onEnd: (end: StreamEnd) => void = () => undefined,
): ReadableStream<Uint8Array> {
  const stop = new AbortController();
  const chunks = joinSmall(make(stop.signal));
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
        const { done, value } = await chunks.next();
        if (done) {
          end('complete');
          controller.close();
          return;
        }
        bytes += value.length;
        controller.enqueue(value);
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

async function* joinSmall(pieces: AsyncGenerator<Uint8Array>): AsyncGenerator<Uint8Array> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  for await (const piece of pieces) {
    if (piece.length < smallPiece) {
      waiting.push(piece);
      size += piece.length;
      if (size < smallPiece) continue;
    }
    if (waiting.length > 0) yield join(waiting, size);
    waiting = [];
    size = 0;
    if (piece.length >= smallPiece) yield piece;
  }
  if (waiting.length > 0) yield join(waiting, size);
}

function join(pieces: readonly Uint8Array[], size: number): Uint8Array {
  const whole = new Uint8Array(size);
  let offset = 0;
  for (const piece of pieces) {
    whole.set(piece, offset);
    offset += piece.length;
  }
  return whole;
}
