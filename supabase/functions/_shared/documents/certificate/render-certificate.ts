import { renderToBuffer } from '@react-pdf/renderer';
import type { CertificateData } from './certificate-data.ts';
import { certificateDocument, type SizedText } from './certificate.ts';
import { fitFontSize, measureText, registerFonts, type Fit } from './fonts.ts';
import { qrPath } from './qr-path.ts';

async function sized(text: string, boxWidth: number, fit: Fit): Promise<SizedText> {
  const measured = await measureText(text);
  return { ...measured, fontSize: fitFontSize(measured.unitWidth, boxWidth, fit) };
}

/** The PDF of one certificate: one A4 page laid across. The same data gives the same page. */
export async function renderCertificate(data: CertificateData): Promise<Uint8Array> {
  registerFonts();
  const holder = await sized(data.holderName, 640, { max: 40, min: 25, smallest: 12 });
  const track = await sized(data.trackName, 620, { max: 25, min: 18, smallest: 10 });
  const signatory = data.signatory && (await sized(data.signatory.name, 190, { max: 12, min: 9, smallest: 7 }));
  const qr = qrPath(data.verifyUrl);
  const buffer = await renderToBuffer(certificateDocument({ data, holder, track, signatory, qr }));
  return new Uint8Array(buffer);
}
