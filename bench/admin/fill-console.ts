/** How many rows each of the console's long lists has. */
export const rows = 1_000_000;

const uuid = (group: string, expression: string) =>
  `('${group}-0000-4000-8000-' || lpad((${expression})::text, 12, '0'))::uuid`;
const uuidOf = (group: string, number: number) => `${group}-0000-4000-8000-${String(number).padStart(12, '0')}`;

export const personId = (number: number) => uuidOf('00000001', number);
export const institutionId = (number: number) => uuidOf('00000002', number);
export const jobId = (number: number) => uuidOf('0000000b', number);
export const eventId = (number: number) => uuidOf('0000000c', number);
export const staff = rows + 1;

/** When the row of this number came: one a minute, the last ones just now. */
const when = (expression = 'i') => `timestamptz '2026-01-01 00:00:00+00' + make_interval(mins => (${expression})::int)`;
export const whenOf = (number: number) => new Date(Date.UTC(2026, 0, 1) + number * 60_000).toISOString();

const first = `(array['Asha','Ravi','Priya','Arjun','Meera','Kabir','Diya','Ishaan','Zoya','Dev'])[1 + i % 10]`;
const last = `(array['Rao','Sharma','Nair','Iyer','Khan','Bose','Gupta','Menon','Reddy','Verma','Pillai'])[1 + (i / 10) % 11]`;

/** Indexes are made once all rows are there: row by row they would take an hour. */
const withoutIndexes = `
    create temp table kept_indexes as
      select format('%I.%I', n.nspname, c.relname) as name, pg_get_indexdef(c.oid) as indexdef
      from pg_index i join pg_class c on c.oid = i.indexrelid join pg_namespace n on n.oid = c.relnamespace
      where n.nspname in ('public', 'private') and not i.indisunique;
    do $$ declare v_index record; begin
      for v_index in select name from kept_indexes loop execute 'drop index ' || v_index.name; end loop;
    end $$;`;

/** A million people with an enrolment each, their orders, exams, certificates and steps; as much in the logs and the queues. */
export function fillConsole(): string {
  const series = `generate_series(0, ${rows - 1}) i`;
  const person = uuid('00000001', 'i');
  const enrolment = uuid('00000003', 'i');
  const track = `'track-' || (i % 10)`;
  return `
    ${withoutIndexes}
    insert into public.profiles (user_id, email, full_name, phone, kind, status, joined_at)
      select ${person}, 'person-' || i || '@example.com', ${first} || ' ' || ${last} || ' ' || i, '+9198' || lpad(i::text, 8, '0'),
        'learner', case when i % 1000 = 7 then 'suspended' else 'active' end::public.account_status, ${when()} from ${series};
    insert into public.profiles (user_id, email, full_name, kind) values ('${personId(staff)}', 'staff@example.com', 'Staff', 'staff');
    insert into public.staff_roles (user_id, role_id) values ('${personId(staff)}', 'super-admin');
    insert into public.tracks (id, name, price, active, position) select 'track-' || i, 'Track ' || i, 100000, true, i from generate_series(0, 9) i;
    insert into public.enrolments (id, user_id, track_id, source, status, enrolled_at, expires_at, attempts_included)
      select ${enrolment}, ${person}, ${track}, 'payment', case when i % 50 = 3 then 'revoked' else 'active' end::public.enrolment_status,
        ${when()}, ${when()} + interval '5 years', 2 from ${series};
    insert into public.identity_verifications (user_id, document_path, document_kind, status, created_at)
      select ${person}, ${person} || '/passport.pdf', 'passport', case when i % 500 = 9 then 'pending' else 'verified' end::public.identity_status, ${when()}
      from ${series};
    insert into public.orders (user_id, kind, track_id, enrolment_id, status, price, taxable, total, receipt, paid_at, expires_at, request_key, created_at)
      select ${person}, 'enrolment', ${track}, ${enrolment}, 'paid', 100000, 100000, 118000, 'receipt-' || i, ${when()}, ${when()}, 'key-' || i, ${when()}
      from ${series};
    insert into public.exam_sessions (user_id, enrolment_id, track_id, attempt_no, status, scheduled_at, decided_at, score, created_at)
      select ${person}, ${enrolment}, ${track}, 1, case when i % 4 = 0 then 'failed' else 'passed' end::public.exam_status, ${when()}, ${when()}, 85, ${when()}
      from ${series};
    insert into public.certificates (number, user_id, track_id, enrolment_id, cycle, holder_name, track_name, score, issued_at, expires_at)
      select 'AIR-2026-' || lpad(i::text, 8, '0'), ${person}, ${track}, ${enrolment}, 1, 'Person', 'Track', 85, ${when()}, ${when()} + interval '2 years' from ${series};
    insert into private.learner_milestones (user_id, track_id, registered_at, enrolled_at, learning_at, completed_at, test_passed_at, exam_at, certified_at)
      select ${person}, t, ${when()}, ${when()}, ${when()}, ${when()}, ${when()}, ${when()}, ${when()}
      from ${series}, unnest(array['', ${track}]) t;
    insert into public.institutions (id, kind, name, contact_name, contact_email, status, created_at)
      select ${uuid('00000002', 'i')}, (array['university', 'school', 'organisation'])[1 + i % 3]::public.institution_kind, 'Institute ' || ${last} || ' ' || i,
        'Contact', 'contact-' || i || '@example.com', case when i % 1000 = 7 then 'suspended' else 'active' end::public.account_status, ${when()} from ${series};
    insert into public.audit_log (id, at, actor, action, subject_type, subject_id, details, previous_hash, hash)
      select i + 1, ${when()}, ${uuid('00000001', `${staff} - i % 20`)}, (array['user.suspended', 'enrolment.granted', 'role.granted', 'lead.lost'])[1 + i % 4], 'profile',
        ${person}::text, '{"reason": "As agreed"}', md5(i::text), md5((i + 1)::text) from ${series};
    insert into private.outbox (id, kind, dedupe_key, status, attempts, next_attempt_at, last_error, created_at, done_at)
      select ${uuid('0000000b', 'i')}, (array['email.send', 'certificate.render', 'credly.issue'])[1 + i % 3], 'bench:' || i,
        case when i % 1000 = 7 then 'dead' when i % 1000 = 8 then 'pending' else 'done' end::public.outbox_status, 1, ${when()},
        case when i % 1000 = 7 then 'smtp 550 mailbox ' || i end, ${when()}, case when i % 1000 not in (7, 8) then ${when()} end from ${series};
    insert into private.webhook_events (id, provider, event_id, raw_body, received_at, processed_at, error)
      select ${uuid('0000000c', 'i')}, (array['razorpay', 'talview', 'credly'])[1 + i % 3], 'event-' || i, '{}', ${when()},
        case when i % 1000 <> 7 then ${when()} end, case when i % 1000 = 7 then 'order is not known' end from ${series};
    do $$ declare v_index record; begin
      for v_index in select indexdef from kept_indexes loop execute v_index.indexdef; end loop;
    end $$;
  `;
}
