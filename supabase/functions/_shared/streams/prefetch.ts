/**
 * Works on up to `width` items ahead of the reader and yields the answers in the order of the items. It stops asking for
 * items when the reader stops.
 */
export async function* prefetch<In, Out>(
  items: AsyncIterable<In>,
  width: number,
  work: (item: In) => Promise<Out>,
): AsyncGenerator<Out> {
  const source = items[Symbol.asyncIterator]();
  const running: Promise<Out>[] = [];
  let ended = false;
  try {
    for (;;) {
      while (!ended && running.length < width) {
        const next = await source.next();
        if (next.done) {
          ended = true;
        } else {
          const begun = work(next.value);
          // Its failure is thrown when it is its turn; until then it is nobody's.
          begun.catch(() => undefined);
          running.push(begun);
        }
      }
      const first = running.shift();
      if (!first) return;
      yield await first;
    }
  } finally {
    await source.return?.();
  }
}
