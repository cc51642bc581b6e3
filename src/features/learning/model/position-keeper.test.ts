import { describe, expect, it, vi } from 'vitest';
import { createPositionKeeper, readUnsaved } from './position-keeper';

const start = { position: 100, watched: 60 };

function build(save = vi.fn<() => Promise<void>>(() => Promise.resolve()), stored?: string) {
  const entries = new Map<string, string>(stored === undefined ? [] : [['key', stored]]);
  const store = {
    getItem: (key: string) => entries.get(key) ?? null,
    setItem: (key: string, value: string) => void entries.set(key, value),
    removeItem: (key: string) => void entries.delete(key),
  };
  const clock = { now: 0 };
  const keeper = createPositionKeeper(start, { store, key: 'key', now: () => clock.now, save });
  return { keeper, save, entries, store, clock };
}

const play = (keeper: ReturnType<typeof build>['keeper'], from: number, to: number) => {
  for (let position = from; position <= to; position += 1) keeper.played(position);
};

describe('a video position', () => {
  it('is saved every ten seconds of playing', async () => {
    const { keeper, save, entries } = build();
    play(keeper, 101, 109);
    expect(save).not.toHaveBeenCalled();
    keeper.played(110);
    expect(save).toHaveBeenCalledWith({ position: 110, watched: 70 });
    await keeper.flush();
    expect(entries.size).toBe(0);
  });

  it('is saved at once on pause or leaving, and only when it changed', async () => {
    const { keeper, save } = build();
    await keeper.flush();
    expect(save).not.toHaveBeenCalled();
    play(keeper, 101, 103);
    await keeper.flush();
    await keeper.flush();
    expect(save).toHaveBeenCalledOnce();
    expect(save).toHaveBeenCalledWith({ position: 103, watched: 63 });
  });

  it('does not count a jump as watched', async () => {
    const { keeper, save } = build();
    keeper.jumped(500);
    await keeper.flush();
    expect(save).toHaveBeenCalledWith({ position: 500, watched: 60 });
  });

  it('stays in the browser until the server has it, and is delivered by the next visit', async () => {
    const failing = build(vi.fn<() => Promise<void>>(() => Promise.reject(new Error('offline'))));
    play(failing.keeper, 101, 104);
    await failing.keeper.flush();
    const left = failing.entries.get('key');
    expect(readUnsaved(failing.store, 'key')).toEqual({ position: 104, watched: 64 });

    const later = build(undefined, left);
    expect(later.keeper.current).toEqual({ position: 104, watched: 64 });
    await later.keeper.flush();
    expect(later.save).toHaveBeenCalledWith({ position: 104, watched: 64 });
    expect(later.entries.size).toBe(0);
  });

  it('waits a little after a failed save', async () => {
    const { keeper, save, clock } = build(vi.fn<() => Promise<void>>(() => Promise.reject(new Error('offline'))));
    play(keeper, 101, 112);
    await keeper.flush();
    const tries = save.mock.calls.length;
    play(keeper, 113, 116);
    expect(save).toHaveBeenCalledTimes(tries);
    clock.now += 5_000;
    keeper.played(117);
    expect(save).toHaveBeenCalledTimes(tries + 1);
  });

  it('takes nothing from a store with something else in it', () => {
    expect(readUnsaved(build(undefined, 'no json').store, 'key')).toBeNull();
    expect(readUnsaved(build(undefined, '{"position":"x"}').store, 'key')).toBeNull();
  });
});
