import { isPortFree } from '../../tools/db/free-port.ts';

/** The first of `count` ports in a row that nobody listens on at this moment. */
export async function freePorts(count: number): Promise<number> {
  for (let base = 31_000; base < 60_000; base += 100) {
    const row = Array.from({ length: count }, (_, index) => isPortFree(base + index));
    if ((await Promise.all(row)).every(Boolean)) return base;
  }
  throw new Error(`There are no ${count} free ports in a row.`);
}
