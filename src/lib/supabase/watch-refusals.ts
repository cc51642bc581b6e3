const apis = /^\/(rest|functions|storage)\/v1\//;
const pauseMs = 60_000;

const headerOf = (input: RequestInfo | URL, init: RequestInit | undefined) =>
  new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined)).get('authorization');

/**
 * A fetch that tells when an API no longer takes the session's token, at most once a minute. The client itself goes by the
 * token's time only: a session that was ended on the server, or whose keys were changed, would look alive and open nothing.
 */
export function watchRefusals(
  ownKey: string,
  onRefused: () => void,
  now: () => number = () => performance.now(),
): typeof fetch {
  let quietUntil = Number.NEGATIVE_INFINITY;
  return async (input, init) => {
    const response = await fetch(input, init);
    if (response.status !== 401 || now() < quietUntil) return response;
    const { pathname } = new URL(input instanceof Request ? input.url : input, globalThis.location.href);
    // Without a session the client sends its own key, and 401 only says that strangers may not do this.
    const token = headerOf(input, init)?.replace(/^Bearer /, '');
    if (!apis.test(pathname) || !token || token === ownKey) return response;
    quietUntil = now() + pauseMs;
    onRefused();
    return response;
  };
}
