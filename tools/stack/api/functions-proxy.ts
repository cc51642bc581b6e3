/** Hands a call on to Deno. Functions know their callers themselves, as when hosted without a gateway check. */
export function functionsProxy(functionsUrl: string) {
  return async (request: Request): Promise<Response> => {
    const url = new URL(request.url);
    const target = `${functionsUrl}${url.pathname.replace(/^\/functions\/v1/, '')}${url.search}`;
    const headers = new Headers(request.headers);
    headers.delete('host');
    headers.delete('connection');
    headers.set('x-forwarded-host', url.host);
    headers.set('x-forwarded-proto', 'http');
    const body = request.method === 'GET' || request.method === 'HEAD' ? null : await request.arrayBuffer();
    try {
      const response = await fetch(target, { method: request.method, headers, body, redirect: 'manual' });
      const answered = new Headers(response.headers);
      // fetch has already unpacked the body.
      for (const name of ['content-encoding', 'content-length', 'transfer-encoding']) answered.delete(name);
      return new Response(response.body, { status: response.status, headers: answered });
    } catch {
      return Response.json({ code: 'BOOT_ERROR', message: 'The edge functions do not answer' }, { status: 503 });
    }
  };
}
