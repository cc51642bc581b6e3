/**
 * Stands in for realtime-js in the bundle (vite.config.ts): the app asks, it does not listen, and the socket client would add
 * 12 kB to every signed-in page. Whoever wants a channel takes the alias away; until then asking for one fails loudly.
 */
export class RealtimeClient {
  setAuth(): Promise<void> {
    return Promise.resolve();
  }

  channel(): never {
    throw new Error('Realtime is left out of the bundle');
  }

  getChannels(): [] {
    return [];
  }

  removeChannel(): Promise<'ok'> {
    return Promise.resolve('ok');
  }

  removeAllChannels(): Promise<[]> {
    return Promise.resolve([]);
  }
}
