import { createWriteStream, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { unzipSync } from 'fflate';
import { z } from 'zod';
import { certificatesZipResponseSchema } from '../supabase/functions/_shared/contracts/certificates-zip.ts';
import { startStack } from '../tools/stack/stack.ts';
import { processesOf } from '../tools/stack/testing/spawn-stack.ts';
import {
  certificatesOf,
  fillInstitution,
  institutionId,
  manager,
  markDrawn,
  smallCount,
  smallTrack,
} from './certificates/institution.ts';
import { storeDocuments } from './certificates/store-documents.ts';
import type { BenchmarkRow } from './row.ts';
import { forgetPeak, peakMegabytes } from './support/peak-memory.ts';

const count = 1000;

/**
 * A manager's archive of certificates, through the API and from real documents in the storage: how long a thousand take, and
 * the most memory that the process of the edge functions holds meanwhile. That of a hundred shows whether it grows.
 */
export async function run(): Promise<BenchmarkRow[]> {
  const folder = mkdtempSync(join(tmpdir(), 'bench-zip-'));
  const stack = await startStack({ app: false, seed: 'reference', schedule: false, dataDir: folder });
  try {
    await fillInstitution(stack.dbUrl, count);
    await storeDocuments({ url: stack.apiUrl, secretKey: stack.secretKey }, await certificatesOf(stack.dbUrl));
    await markDrawn(stack.dbUrl);
    const [pid] = processesOf(folder, ['functions']);
    if (!pid) throw new Error('The edge functions have no process');
    const token = await signIn(stack.apiUrl, stack.publishableKey);
    const download = async (trackId: string | undefined, expected: number) => {
      forgetPeak(pid);
      const file = join(folder, 'certificates.zip');
      const began = performance.now();
      const { url } = await askForArchive(stack.apiUrl, token, trackId);
      const response = await fetch(url);
      if (!response.ok || !response.body) throw new Error(`The archive answered ${response.status}`);
      await pipeline(Readable.from(response.body), createWriteStream(file));
      const seconds = (performance.now() - began) / 1000;
      await checkArchive(file, expected);
      return { seconds, megabytes: peakMegabytes(pid) };
    };
    // A process's heap grows to its size by what it does, whatever it does: only then can two peaks be compared.
    for (let warmUp = 0; warmUp < 4; warmUp += 1) await download(undefined, count);
    const small = await download(smallTrack, smallCount);
    const large = await download(undefined, count);
    return [
      { name: 'certificates.zip_1000_s', value: large.seconds, unit: 's', goal: '≤ 30' },
      { name: 'certificates.zip_peak_mb', value: large.megabytes, unit: 'MB', goal: '≤ that of 100 + 32' },
      {
        name: 'certificates.zip_100_peak_mb',
        value: small.megabytes,
        unit: 'MB',
        goal: 'no goal: shown for comparison',
      },
    ];
  } finally {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  }
}

async function signIn(apiUrl: string, publishableKey: string): Promise<string> {
  const response = await fetch(`${apiUrl}/auth/v1/token?grant_type=password`, {
    method: 'POST',
    headers: { apikey: publishableKey, 'content-type': 'application/json' },
    body: JSON.stringify({ email: manager.email, password: manager.password }),
  });
  return z.object({ access_token: z.string() }).parse(await response.json()).access_token;
}

async function askForArchive(apiUrl: string, token: string, trackId: string | undefined) {
  const response = await fetch(`${apiUrl}/functions/v1/certificates-zip`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    body: JSON.stringify({ institutionId, trackId }),
  });
  if (!response.ok) throw new Error(`certificates-zip answered ${response.status}: ${await response.text()}`);
  return certificatesZipResponseSchema.parse(await response.json());
}

/** Whole, and every document in it: a fast archive of errors would be worth nothing. */
async function checkArchive(file: string, expected: number): Promise<void> {
  const documents = Object.keys(unzipSync(readFileSync(file), { filter: ({ name }) => name.endsWith('.pdf') }));
  const { size } = await stat(file);
  if (documents.length !== expected || size < expected * 20_000) {
    throw new Error(`The archive holds ${documents.length} documents in ${size} bytes`);
  }
}
