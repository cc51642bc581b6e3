import { QueryClient } from '@tanstack/react-query';
import { expect, it, vi } from 'vitest';
import { AppError } from '~/lib/supabase/app-error';
import { recheckOnRefusal } from './recheck-on-refusal';

function setUp() {
  const queryClient = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  let time = 0;
  const readAccess = vi.spyOn(queryClient, 'invalidateQueries').mockResolvedValue();
  const stop = recheckOnRefusal(queryClient, () => time);
  const fail = (key: string, code: string) =>
    queryClient
      .fetchQuery({ queryKey: [key], queryFn: () => Promise.reject(new AppError(code, { status: 403 })) })
      .catch(() => undefined);
  return { readAccess, stop, fail, queryClient, pass: (ms: number) => (time += ms) };
}

it('reads the rights anew after a refusal, and not again for a moment', async () => {
  const { readAccess, fail, pass } = setUp();
  await fail('a', 'forbidden');
  await fail('b', 'forbidden');
  expect(readAccess).toHaveBeenCalledExactlyOnceWith({ queryKey: ['access'] });
  pass(6_000);
  await fail('c', 'forbidden');
  expect(readAccess).toHaveBeenCalledTimes(2);
});

it('does so for an act that was refused', async () => {
  const { readAccess, queryClient } = setUp();
  const act = queryClient.getMutationCache().build(queryClient, {
    mutationFn: () => Promise.reject(new AppError('forbidden', { status: 403 })),
  });
  await act.execute(undefined).catch(() => undefined);
  expect(readAccess).toHaveBeenCalledTimes(1);
});

it('leaves other failures alone, and all of them once it is stopped', async () => {
  const { readAccess, fail, stop } = setUp();
  await fail('a', 'not_found');
  stop();
  await fail('b', 'forbidden');
  expect(readAccess).not.toHaveBeenCalled();
});
