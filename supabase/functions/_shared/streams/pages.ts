/**
 * Page after page until one is empty. Each page says where the next begins; a page may be shorter than was asked for, since
 * the API has a limit of its own.
 */
export async function* readPages<Row, Place>(
  read: (from: Place) => Promise<Row[]>,
  start: Place,
  next: (last: Row, place: Place, rows: Row[]) => Place,
): AsyncGenerator<Row[]> {
  let place = start;
  for (;;) {
    const rows = await read(place);
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    place = next(last, place, rows);
  }
}

/** Reads the first page at once, so that a refusal becomes an answer and not a broken file. */
export async function openPages<Row>(pages: AsyncGenerator<Row[]>): Promise<AsyncGenerator<Row[]>> {
  const first = await pages.next();
  return resume(first, pages);
}

async function* resume<Row>(first: IteratorResult<Row[]>, rest: AsyncGenerator<Row[]>): AsyncGenerator<Row[]> {
  try {
    if (first.done) return;
    yield first.value;
    yield* rest;
  } finally {
    await rest.return(undefined);
  }
}

export async function* eachRow<Row>(pages: AsyncIterable<Row[]>): AsyncGenerator<Row> {
  for await (const rows of pages) yield* rows;
}
