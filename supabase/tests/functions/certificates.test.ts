import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insert, text } from '../support/builders.ts';
import { useDatabase } from '../support/database.ts';
import { certify, useCertificates } from '../support/exams.ts';

const db = useDatabase();
const { certified, standing, row, queued } = useCertificates(db);
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

describe('certificate numbers', () => {
  it('carry the year in India, a random part and a check character', async () => {
    const numbers = (
      await db.rows(`select private.new_certificate_number('2029-12-31T19:00:00Z') as n from generate_series(1, 2000)`)
    ).map((item) => text(item.n));
    expect(numbers.every((number) => /^AIR-2030-[0-9A-HJKMNP-TV-Z]{8}$/.test(number))).toBe(true);
    expect(new Set(numbers).size).toBe(2000);
    expect(
      await db.value('select bool_and(private.read_certificate_number(n) = n) from unnest($1::text[]) n', [numbers]),
    ).toBe(true);
  });

  it('are found however people type them', async () => {
    const { certificate } = await certified();
    const loose = certificate.number.toLowerCase().replaceAll('-', ' ').replace(/0/g, 'o').replace(/1/g, 'l');
    const [, year = ''] = certificate.number.split('-');
    const typed = loose.replace(loose.slice(4, 8), year);
    expect(await standing(`  ${typed} `)).toMatchObject({ status: 'valid', number: certificate.number });
  });

  it('with one wrong character are not read at all', async () => {
    const number = text(await db.value(`select private.new_certificate_number(now())`));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 9, max: 16 }), fc.constantFrom(...alphabet), async (place, wrong) => {
        const other = number.slice(0, place) + wrong + number.slice(place + 1);
        expect(await db.value('select private.read_certificate_number($1)', [other])).toBe(
          other === number ? number : null,
        );
      }),
      { numRuns: 60 },
    );
  });
});

describe('a certificate', () => {
  it('keeps the names as they stood at issue', async () => {
    const { certificate, userId, trackId } = await certified({ name: 'Foundations' });
    await db.rows(`update public.profiles set full_name = 'Other' where user_id = $1`, [userId]);
    await db.rows(`update public.tracks set name = 'Other' where id = $1`, [trackId]);
    expect(await row(certificate.id)).toMatchObject({
      holder_name: 'Asha Rao',
      track_name: 'Foundations',
      cycle: 1,
      status: 'issued',
      score: 80,
      expires_at: new Date('2031-01-01T00:00:00Z'),
    });
  });

  it('is one per cycle, also when issue and renewal race', async () => {
    const { certificate, userId, trackId } = await certified();
    const clients = await Promise.all(Array.from({ length: 5 }, () => db.connect()));
    const renewed = await Promise.all(
      clients.map(
        async (client) =>
          (
            await client.query<{ id: string | null }>(`select private.renew_certificate($1, '2030-12-01') as id`, [
              certificate.id,
            ])
          ).rows[0]?.id,
      ),
    );
    expect(renewed.filter(Boolean)).toHaveLength(1);
    expect(
      await db.rows(
        'select cycle, status from public.certificates where user_id = $1 and track_id = $2 order by cycle',
        [userId, trackId],
      ),
    ).toEqual([
      { cycle: 1, status: 'superseded' },
      { cycle: 2, status: 'issued' },
    ]);
  });

  it('cannot be written twice for one cycle or one sitting', async () => {
    const { certificate, userId, trackId, enrolmentId } = await certified();
    const copy = {
      number: 'AIR-2030-COPY',
      user_id: userId,
      track_id: trackId,
      enrolment_id: enrolmentId,
      holder_name: 'x',
      track_name: 'x',
      expires_at: '2040-01-01',
      status: 'superseded',
    };
    await expect(insert(db, 'public.certificates', { ...copy, cycle: 1 })).rejects.toMatchObject({ code: '23505' });
    await expect(
      insert(db, 'public.certificates', { ...copy, cycle: 2, exam_session_id: certificate.sessionId }),
    ).rejects.toMatchObject({ code: '23505' });
    await expect(insert(db, 'public.certificates', { ...copy, cycle: 2, status: 'issued' })).rejects.toMatchObject({
      code: '23505',
    });
  });

  it('issued anew after it ended supersedes the old one', async () => {
    const learner = await certified();
    const again = await certify(db, learner, '2031-06-01T00:00:00Z');
    expect(await row(again.id)).toMatchObject({ cycle: 2, supersedes: learner.certificate.id });
    expect(await standing(learner.certificate.number)).toMatchObject({
      status: 'superseded',
      superseded_by: again.number,
    });
  });

  it('mails the PDF and the badge once each', async () => {
    const { certificate } = await certified();
    for (let time = 0; time < 2; time += 1) {
      await db.value('select public.system_attach_certificate_pdf($1, $2)', [certificate.id, 'u/x.pdf']);
      await db.value('select public.system_attach_badge($1, $2, $3, $4)', [
        certificate.id,
        `b-${certificate.id}`,
        'pending',
        'https://badge',
      ]);
    }
    expect([await queued('certificate_ready', certificate.id), await queued('badge_ready', certificate.id)]).toEqual([
      1, 1,
    ]);
    // Long after the queue has forgotten: rendered again, and accepted.
    await db.rows('delete from private.outbox');
    await db.value('select public.system_attach_certificate_pdf($1, $2)', [certificate.id, 'u/x.pdf']);
    await db.value('select public.system_attach_badge($1, null, $2, null)', [certificate.id, 'accepted']);
    expect([await queued('certificate_ready', certificate.id), await queued('badge_ready', certificate.id)]).toEqual([
      0, 0,
    ]);
    expect(await row(certificate.id)).toMatchObject({
      pdf_path: 'u/x.pdf',
      credly_badge_id: `b-${certificate.id}`,
      credly_state: 'accepted',
      credly_url: 'https://badge',
    });
  });

  it('is told to the workers with all that a PDF, a badge and a mail need', async () => {
    const { certificate, trackId, userId } = await certified();
    const email = await db.value('select email from public.profiles where user_id = $1', [userId]);
    expect(await db.value('select public.system_get_certificate($1)', [certificate.id])).toMatchObject({
      id: certificate.id,
      number: certificate.number,
      email,
      verify_path: `/verify/${certificate.number}`,
      track: { id: trackId, validity_months: 12, credly_template_id: 'tpl' },
      branding: { product_name: expect.any(String) },
    });
    expect(
      await db.value(`select public.system_email_context('certificate_ready', $1)`, [
        JSON.stringify({ certificate_id: certificate.id }),
      ]),
    ).toMatchObject({ to: { email, name: 'Asha Rao' }, number: certificate.number });
    await expect(
      db.value(
        `select public.system_email_context('certificate_ready', '{"certificate_id": "00000000-0000-0000-0000-000000000000"}')`,
      ),
    ).rejects.toThrow('mail_subject_not_found');
    await expect(db.value(`select public.system_email_context('poem', '{}')`)).rejects.toThrow('template_not_found');
  });
});
