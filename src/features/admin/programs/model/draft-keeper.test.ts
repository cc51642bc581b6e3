import { beforeEach, describe, expect, it, vi } from 'vitest';
import { AppError } from '~/lib/supabase/app-error';
import type { Json } from '~/types/database.types';
import { createDraftKeeper } from './draft-keeper';

beforeEach(() => {
  vi.useFakeTimers();
});

function setUp() {
  const sent: [version: number, changes: Record<string, Json>][] = [];
  let refusal: AppError | null = null;
  let kept: Record<string, Json> = {};
  const keeper = createDraftKeeper({
    version: 3,
    changes: {},
    waitMs: 100,
    save: async (version, changes) => {
      sent.push([version, changes]);
      await Promise.resolve();
      if (refusal !== null) throw refusal;
      if (changes.price === -1) throw new AppError('invalid_price');
      kept = { ...kept, ...changes };
      return { version: version + 1, changes: kept };
    },
  });
  return { keeper, sent, refuseWith: (code: string | null) => (refusal = code === null ? null : new AppError(code)) };
}

describe('a draft keeper', () => {
  it('saves once a moment after the last change', async () => {
    const { keeper, sent } = setUp();
    keeper.set('name', 'A');
    await vi.advanceTimersByTimeAsync(60);
    keeper.set('name', 'AI');
    keeper.set('price', 100);
    expect(keeper.getState().state).toBe('waiting');
    await vi.advanceTimersByTimeAsync(100);
    expect(sent).toEqual([[3, { name: 'AI', price: 100 }]]);
    expect(keeper.getState()).toMatchObject({ state: 'saved', version: 4, changes: { name: 'AI', price: 100 } });
  });

  it('saves over the version that its last save made, one save at a time', async () => {
    const { keeper, sent } = setUp();
    keeper.set('name', 'A');
    const first = keeper.flush();
    await Promise.resolve();
    keeper.set('name', 'B');
    expect(sent).toHaveLength(1);
    await first;
    await keeper.flush();
    expect(sent).toEqual([
      [3, { name: 'A' }],
      [4, { name: 'B' }],
    ]);
    expect(keeper.getState().state).toBe('saved');
  });

  it('stops when somebody else saved in between', async () => {
    const { keeper, sent, refuseWith } = setUp();
    refuseWith('changed_meanwhile');
    keeper.set('name', 'A');
    expect(await keeper.flush()).toBe(false);
    expect(keeper.getState().state).toBe('conflict');
    keeper.set('name', 'B');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toHaveLength(1);
  });

  it('keeps what could not be sent, and sends it again when asked', async () => {
    const { keeper, sent, refuseWith } = setUp();
    refuseWith('network');
    keeper.set('name', 'A');
    expect(await keeper.flush()).toBe(false);
    expect(keeper.getState().state).toBe('failed');
    refuseWith(null);
    expect(await keeper.flush()).toBe(true);
    expect(sent.at(-1)).toEqual([3, { name: 'A' }]);
  });

  it('keeps the other fields when the server refuses one, and names it', async () => {
    const { keeper } = setUp();
    keeper.set('price', -1);
    keeper.set('name', 'A');
    expect(await keeper.flush()).toBe(false);
    expect(keeper.getState()).toMatchObject({ state: 'refused', refused: ['price'], changes: { name: 'A' } });
    keeper.set('price', 5);
    expect(await keeper.flush()).toBe(true);
    expect(keeper.getState()).toMatchObject({ refused: [], changes: { name: 'A', price: 5 } });
  });

  it('does not save a field that became wrong before its turn', async () => {
    const { keeper, sent } = setUp();
    keeper.set('name', 'A');
    keeper.drop('name');
    expect(keeper.getState().state).toBe('saved');
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual([]);
  });

  it('tells those who listen', async () => {
    const { keeper } = setUp();
    const heard: string[] = [];
    const leave = keeper.subscribe(() => heard.push(keeper.getState().state));
    keeper.set('name', 'A');
    await keeper.flush();
    leave();
    keeper.set('name', 'B');
    expect(heard).toEqual(['waiting', 'saving', 'saved']);
  });
});
