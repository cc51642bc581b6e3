import { describe, expect, it } from 'vitest';
import { addPerson, addStaff } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { asPerson } from '../support/people.ts';
import { certify, useCertificates } from '../support/exams.ts';
import { buy } from '../support/orders.ts';

const db = useDatabase();
const { certified, standing, row, queued } = useCertificates(db);

describe('verify_certificate', () => {
  it('tells anybody whether a certificate is valid', async () => {
    const { certificate, trackId } = await certified();
    const answer = {
      status: 'valid',
      number: certificate.number,
      holder_name: 'Asha Rao',
      track_name: `Track ${trackId}`,
      track_id: trackId,
      issued_at: '2030-01-01T00:00:00+00:00',
      expires_at: '2031-01-01T00:00:00+00:00',
      revoked_at: null,
      revoked_reason: null,
      superseded_by: null,
      credly_url: null,
    };
    for (const person of [{}, { userId: await addPerson(db) }]) {
      expect(
        await asPerson(db.owner, person, (session) =>
          session.value('select public.verify_certificate($1)', [certificate.number]),
        ),
      ).toEqual(answer);
    }
  });

  it.each(['', 'nonsense', 'AIR-2030-00000001', `'; drop table x; --`, 'A'.repeat(10_000)])(
    'does not find %.30s',
    async (number) => {
      expect(await standing(number)).toMatchObject({ status: 'not_found', holder_name: null, issued_at: null });
    },
  );

  it('stops whoever goes through the numbers, from that address only', async () => {
    const { certificate } = await certified();
    const guesses = await db.rows('select private.new_certificate_number(now()) as number from generate_series(1, 61)');
    const ask = (number: unknown, address: string) =>
      asPerson(
        db.owner,
        {},
        async (session) => {
          await session.rows(`select set_config('request.headers', $1, true)`, [
            JSON.stringify({ 'cf-connecting-ip': address, 'x-forwarded-for': String(number) }),
          ]);
          return session.value(`select public.verify_certificate($1) ->> 'status'`, [number]);
        },
        { keep: true },
      );
    for (const { number } of guesses.slice(0, 60)) expect(await ask(number, '192.0.2.1')).toBe('not_found');
    await expect(ask(guesses[60]?.number, '192.0.2.1')).rejects.toThrow('too_many_requests');
    await expect(ask(certificate.number, '192.0.2.1')).rejects.toThrow('too_many_requests');
    expect(await ask('nonsense', '192.0.2.1')).toBe('not_found');
    expect(await ask(certificate.number, '192.0.2.2')).toBe('valid');
    expect(await db.value(`select count(*) from private.rate_limits where bucket like '%192.0.2%'`)).toBe(0);
  });

  it('calls a certificate expired from the moment it ends', async () => {
    const { certificate } = await certified();
    expect(await standing(certificate.number, '2030-12-31T23:59:59Z')).toMatchObject({ status: 'valid' });
    expect(await standing(certificate.number, '2031-01-01T00:00:00Z')).toMatchObject({ status: 'expired' });
  });

  it('names the certificate that a renewal put in its place', async () => {
    const { certificate, userId, trackId } = await certified();
    await buy(db, userId, trackId, { kind: 'renewal', now: '2030-12-01T00:00:00Z' });
    const next = await db.value('select number from public.certificates where supersedes = $1', [certificate.id]);
    expect(await standing(certificate.number)).toMatchObject({ status: 'superseded', superseded_by: next });
    expect(await standing(String(next), '2031-06-01T00:00:00Z')).toMatchObject({
      status: 'valid',
      superseded_by: null,
    });
  });
});

describe('revoke_certificate', () => {
  const sql = 'select public.revoke_certificate($1, $2)';

  it('needs certificates.revoke', async () => {
    const { certificate, userId } = await certified();
    for (const person of [{ userId }, { userId: await addStaff(db, ['certificates.read']) }, {}]) {
      expect(
        await asPerson(db.owner, person, (session) => session.refusal(sql, [certificate.id, 'fraud'])),
      ).toMatchObject({ code: '42501' });
    }
    const staff = await addStaff(db, ['certificates.revoke']);
    await asPerson(
      db.owner,
      { userId: staff },
      (session) => session.value(sql, [certificate.id, ' Somebody else sat the exam ']),
      { keep: true },
    );
    expect(await standing(certificate.number)).toMatchObject({
      status: 'revoked',
      revoked_reason: 'Somebody else sat the exam',
      revoked_at: expect.any(String),
    });
    expect(
      await db.rows(
        `select actor, details->>'reason' as reason from public.audit_log where action = 'certificate.revoked' and subject_id = $1`,
        [certificate.id],
      ),
    ).toEqual([{ actor: staff, reason: 'Somebody else sat the exam' }]);
  });

  it('wants a reason and a certificate', async () => {
    const { certificate } = await certified();
    const userId = await addStaff(db, ['certificates.revoke']);
    const refusal = (id: string, reason: string) =>
      asPerson(db.owner, { userId }, (session) => session.refusal(sql, [id, reason]));
    expect(await refusal(certificate.id, '  ')).toMatchObject({ message: 'reason_needed' });
    expect(await refusal(certificate.id, 'x'.repeat(501))).toMatchObject({ message: 'reason_needed' });
    expect(await refusal('00000000-0000-0000-0000-000000000000', 'x')).toMatchObject({
      message: 'certificate_not_found',
    });
  });

  it('takes the badge back, once, also one that was made meanwhile', async () => {
    const [early, late] = [await certified(), await certified()];
    const revoke = (id: string) => db.value(`select private.revoke_certificate_as(null, $1, 'fraud', now())`, [id]);
    const badge = (id: string) =>
      db.value(`select public.system_attach_badge($1, $2, 'pending', 'https://badge')`, [id, `b-${id}`]);
    await badge(early.certificate.id);
    await revoke(early.certificate.id);
    await revoke(early.certificate.id);
    await revoke(late.certificate.id);
    expect(await queued('credly.revoke', late.certificate.id)).toBe(0);
    await badge(late.certificate.id);
    expect([
      await queued('credly.revoke', early.certificate.id),
      await queued('credly.revoke', late.certificate.id),
    ]).toEqual([1, 1]);
    expect(await queued('badge_ready', late.certificate.id)).toBe(0);
  });

  it('ends the right to renew, and lets the exam be sat again', async () => {
    const { certificate, userId, trackId } = await certified();
    await db.value(`select private.revoke_certificate_as(null, $1, 'fraud', now())`, [certificate.id]);
    await expect(
      db.value(`select private.quote($1, 'renewal', $2, null, null, false, '2030-12-01')`, [userId, trackId]),
    ).rejects.toThrow('renewal_not_open');
    const again = await certify(db, { userId, trackId }, '2030-12-01T00:00:00Z');
    expect(await row(again.id)).toMatchObject({ cycle: 2, supersedes: null });
  });
});
