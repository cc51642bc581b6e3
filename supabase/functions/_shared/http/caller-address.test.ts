import { expect, it } from 'vitest';
import { hashCallerAddress } from './caller-address.ts';

const from = (headers: Record<string, string>) =>
  hashCallerAddress(new Request('http://functions.test/f', { headers }));

it("counts by the proxy's own header, which a caller cannot write", async () => {
  const own = await from({ 'cf-connecting-ip': '203.0.113.7' });
  expect(own).toMatch(/^[0-9a-f]{32}$/);
  expect(await from({ 'cf-connecting-ip': '203.0.113.7', 'x-forwarded-for': '198.51.100.1' })).toBe(own);
  expect(await from({ 'x-forwarded-for': ' 203.0.113.7 , 10.0.0.1' })).toBe(own);
  expect(await from({ 'cf-connecting-ip': '203.0.113.8' })).not.toBe(own);
});

it('counts together whoever comes without an address', async () => {
  expect(await from({})).toBe(await from({ 'x-forwarded-for': '' }));
});
