import { renderCertificate } from '../../supabase/functions/_shared/documents/certificate/render-certificate.ts';

// Runs under Deno, as the function does. Prints the milliseconds of each certificate once warm, as JSON.
const names = ['Priya Sharma', 'प्रिया शर्मा', 'தமிழ்ச்செல்வி', 'Zoë Ångström-Núñez'];
const warmUp = 8;
const count = 60;
const times: number[] = [];
for (let index = 0; index < warmUp + count; index += 1) {
  const began = performance.now();
  await renderCertificate({
    number: `AIR-2026-BENCH${String(index).padStart(3, '0')}`,
    holderName: names[index % names.length] ?? '',
    trackName: 'AI Foundations',
    score: 86,
    issuedAt: '2026-04-01T09:41:00Z',
    expiresAt: '2028-04-01T09:41:00Z',
    verifyUrl: `https://certification.example/verify/AIR-2026-BENCH${index}`,
    productName: 'AI Ready Certification',
    signatory: { name: 'Director of Certification', title: 'AI Ready' },
  });
  if (index >= warmUp) times.push(performance.now() - began);
}
console.log(JSON.stringify(times));
