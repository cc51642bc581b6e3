import { renderCertificate } from '../../supabase/functions/_shared/documents/certificate/render-certificate.ts';
import type { Drawn } from './institution.ts';

/** Draws each certificate as the worker does and stores it through the storage's HTTP. */
export async function storeDocuments(api: { url: string; secretKey: string }, certificates: Drawn[]): Promise<void> {
  for (const { number, user_id, holder_name } of certificates) {
    const pdf = await renderCertificate({
      number,
      holderName: holder_name,
      trackName: 'AI Foundations',
      score: 85,
      issuedAt: '2026-04-01T09:41:00Z',
      expiresAt: '2028-04-01T09:41:00Z',
      verifyUrl: `https://certification.example/verify/${number}`,
      productName: 'AI Ready Certification',
      signatory: { name: 'Director of Certification', title: 'AI Ready' },
    });
    const response = await fetch(`${api.url}/storage/v1/object/certificates/${user_id}/${number}.pdf`, {
      method: 'POST',
      headers: { apikey: api.secretKey, 'content-type': 'application/pdf' },
      body: new Uint8Array(pdf),
    });
    if (!response.ok) throw new Error(`The storage answered ${response.status}: ${await response.text()}`);
    await response.body?.cancel();
  }
}
