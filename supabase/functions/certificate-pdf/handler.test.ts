import { describe, expect, it } from 'vitest';
import type { Certificate } from '../_shared/db/certificates.ts';
import { certificate, createFakeCertificates } from '../_shared/testing/certificates.ts';
import { asPerson, errorOf, person, post, verifyUser } from '../_shared/testing/fakes.ts';
import { createCertificatePdfHandler } from './handler.ts';

function setUp(more: Partial<Certificate> = {}) {
  const row = { ...certificate, ...more };
  const certificates = createFakeCertificates(row);
  const drawn: string[] = [];
  const handler = createCertificatePdfHandler({
    verifyUser,
    limitRate: async () => undefined,
    findVisible: async (caller, id) => {
      const found = certificates.stored.get(id);
      return found && found.user_id === caller.id ? found : null;
    },
    certificates,
    renderCertificate: async ({ number, verifyUrl }) => {
      drawn.push(verifyUrl);
      return new TextEncoder().encode(`%PDF ${number}`);
    },
    appUrl: 'https://certify.example.com',
    nudgeWorker: () => undefined,
    log: () => undefined,
  });
  return { handler, certificates, drawn };
}
const get = (id: string) => new Request(`http://functions.test/certificate-pdf?id=${id}`, { headers: asPerson });

describe('certificate-pdf', () => {
  it('answers the stored file by GET and by POST', async () => {
    const { handler, certificates, drawn } = setUp({ pdf_path: 'somewhere.pdf' });
    certificates.files.set('somewhere.pdf', new TextEncoder().encode('%PDF stored'));
    for (const request of [get(certificate.id), post({ certificateId: certificate.id }, asPerson)]) {
      const response = await handler(request);
      expect(response.headers.get('content-type')).toBe('application/pdf');
      expect(response.headers.get('content-disposition')).toBe('attachment; filename="AIR-2026-000123.pdf"');
      expect(await response.text()).toBe('%PDF stored');
    }
    expect(drawn).toEqual([]);
  });

  it('draws and keeps the file when the worker has not yet', async () => {
    const { handler, certificates, drawn } = setUp();
    expect(await (await handler(get(certificate.id))).text()).toBe('%PDF AIR-2026-000123');
    expect(drawn).toEqual(['https://certify.example.com/verify/AIR-2026-000123']);
    expect([...certificates.files.keys()]).toEqual([`${person.id}/AIR-2026-000123.pdf`]);
    expect(certificates.stored.get(certificate.id)?.pdf_path).toBe(`${person.id}/AIR-2026-000123.pdf`);
  });

  it("does not know other people's certificates, and gives out none that was revoked", async () => {
    const others = setUp({ user_id: '11111111-1111-4111-8111-111111111111' });
    expect(await errorOf(await others.handler(get(certificate.id)))).toEqual({ status: 404, code: 'not_found' });
    const revoked = setUp({ status: 'revoked' });
    expect(await errorOf(await revoked.handler(get(certificate.id)))).toEqual({
      status: 409,
      code: 'certificate_revoked',
    });
  });

  it('names the field when the id is missing or wrong', async () => {
    const { handler } = setUp();
    expect(await errorOf(await handler(get('x')))).toMatchObject({
      status: 400,
      fields: { certificateId: expect.any(String) },
    });
    expect((await handler(new Request('http://functions.test/certificate-pdf', { headers: asPerson }))).status).toBe(
      400,
    );
  });

  it('refuses who is not signed in', async () => {
    const { handler } = setUp();
    const anonymous = new Request(`http://functions.test/certificate-pdf?id=${certificate.id}`);
    expect((await handler(anonymous)).status).toBe(401);
  });
});
