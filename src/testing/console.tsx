import { Notifications } from '@mantine/notifications';
import type { ReactNode } from 'react';
import { Routes } from 'react-router';
import { vi } from 'vitest';
import { LiveRegion } from '~/components/live-region';
import { accessQueryOptions } from '~/entities/permissions/access';
import * as store from '~/entities/session/session-store';
import { createQueryClient } from '~/lib/query-client';
import { renderApp } from './render';

type Body = Record<string, unknown>;
type Answer = (body: Body) => unknown;

const me = '00000000-0000-4000-8000-000000000104';

/** A refusal of a database function. */
export const refused = (message: string) => Response.json({ code: 'P0001', message }, { status: 400 });

/** Plays the server: a function's name gives what it answers, as data or as a whole response. Reads what it was asked. */
export function serveRpc(answers: Record<string, Answer>) {
  const asked: [name: string, body: Body][] = [];
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const name = url.pathname.split('/').at(-1) ?? '';
    const body: Body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    asked.push([name, body]);
    const answer = answers[name];
    if (answer === undefined) return Promise.resolve(Response.json({}, { status: 404 }));
    const given = answer(body);
    return Promise.resolve(given instanceof Response ? given : Response.json(given ?? null));
  });
  return { asked: (name: string) => asked.filter(([each]) => each === name).map(([, body]) => body) };
}

/** Pages of the console, given as routes, for a member of staff with these permissions. */
export function openConsole(pages: ReactNode, at: string, permissions: string[]) {
  vi.spyOn(store, 'readSession').mockReturnValue({ status: 'signed-in', userId: me, email: 'nila@example.com' });
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  queryClient.setQueryData(accessQueryOptions(me).queryKey, {
    kind: 'staff',
    status: 'active',
    permissions,
    institutions: [],
  });
  return renderApp(
    <>
      <Routes>{pages}</Routes>
      <LiveRegion />
      <Notifications transitionDuration={0} />
    </>,
    { at, queryClient },
  );
}
