-- Twelve enquiries, clearly invented, of which each status has some: late follow-ups, one for today, one that nobody has, one that
-- enquired twice, one that was lost, and the one that became the sample university.
create temporary table demo_leads on commit drop as
select
  l.*, ('00000000-0000-4000-8000-0000000009' || lpad(l.no::text, 2, '0'))::uuid as id,
  ('00000000-0000-4000-8000-0000000019' || lpad(l.no::text, 2, '0'))::uuid as note_id,
  now() - make_interval(days => l.received) as received_at
from (values
  -- Kind, status, who; GST code of the state; students; paise; follow-up in so many days; received so many days ago; ours or nobody's.
  (1, 'university', 'new', 'Sample Institute of Technology (demo)', 'Farah Siddiqui', 'Head of placements', 'Bhopal', '23', 400, null::bigint, null::int, 0, false, 1,
    'ENQ-DEMO01', array['ai-foundations', 'ai-practitioner'], 'Four hundred final-year students, if possible before the placement season in March.', null, null),
  (2, 'school', 'new', 'Sample Public School (demo)', 'George Thomas', 'Vice principal', 'Kottayam', '32', 85, null, 1, 1, true, 1,
    'ENQ-DEMO02', array['ai-foundations'], 'Is the first track right for class 12? We have no laboratory of our own.', null, null),
  (3, 'organisation', 'new', 'Sample Skills Mission (demo)', 'Harleen Gill', 'Programme lead', 'Mohali', '03', 1500, 450000000, -2, 5, true, 2,
    'ENQ-DEMO03', array['ai-foundations', 'ai-leadership'], 'A state programme for 1,500 job seekers. Do you offer material in Punjabi?', null,
    'They wrote twice. Call before noon; Ms Gill travels in the afternoons.'),
  (4, 'university', 'contacted', 'Sample Women''s University (demo)', 'Ishita Sen', 'Registrar', 'Kolkata', '19', 620, 185000000, -6, 12, true, 1,
    'ENQ-DEMO04', array['ai-foundations'], 'Please send a proposal for all undergraduate departments.', null,
    'Proposal sent. The registrar wants to hear from a university that uses it already.'),
  (5, 'school', 'contacted', 'Sample Residential School (demo)', 'Jagdish Prasad', 'Principal', 'Dehradun', '05', 60, 18000000, 0, 9, true, 1,
    'ENQ-DEMO05', array['ai-foundations'], null, null, null),
  (6, 'organisation', 'contacted', 'Sample Textile Guild (demo)', 'Kavya Murugan', null, 'Tiruppur', '33', 40, null, 9, 14, false, 1,
    'ENQ-DEMO06', array['ai-leadership'], 'For the owners of our member companies, on weekends only.', null, null),
  (7, 'university', 'qualified', 'Sample Deemed University (demo)', 'Lakshmi Narayanan', 'Dean of computing', 'Coimbatore', '33', 900, 324000000, 3, 21, true, 1,
    'ENQ-DEMO07', array['ai-foundations', 'ai-practitioner'], 'We want to put the first track into the second semester.', null,
    'Budget is there; the academic council decides on the 14th.'),
  (8, 'organisation', 'qualified', 'Sample Cooperative Bank (demo)', 'Manoj Tripathi', 'Head of training', 'Lucknow', '09', 250, 212500000, -1, 18, true, 1,
    'ENQ-DEMO08', array['ai-leadership'], 'Branch managers first, then the whole staff.', null, null),
  (9, 'university', 'negotiation', 'Sample State University (demo)', 'Nandini Rao', 'Vice chancellor', 'Mysuru', '29', 2400, 1140000000, 2, 40, true, 1,
    'ENQ-DEMO09', array['ai-foundations', 'ai-practitioner', 'ai-leadership'], 'Eight affiliated colleges would take part.', null,
    'They ask for ₹4,500 a seat from 2,000 seats on. Finance says yes down to ₹4,600.'),
  (10, 'school', 'negotiation', 'Sample Academy Trust (demo)', 'Omkar Jadhav', 'Trustee', 'Pune', '27', 310, 108500000, 6, 33, true, 1,
    'ENQ-DEMO10', array['ai-foundations'], 'Three schools of one trust, one contract.', null, null),
  (11, 'university', 'converted', 'Sample University (demo)', 'Dev Kulkarni', 'Placement officer', 'Nagpur', '27', 50, 22000000, null, 80, true, 1,
    'ENQ-DEMO11', array['ai-foundations', 'ai-practitioner'], 'Fifty seats to begin with.', null, 'Signed. They begin with the third year.'),
  (12, 'organisation', 'lost', 'Sample Startup Hub (demo)', 'Pooja Bhatia', 'Community manager', 'Gurugram', '06', 30, 9000000, null, 55, true, 1,
    'ENQ-DEMO12', array['ai-practitioner'], 'A discount for young companies?', 'Took a free course of another provider; asks again next year.', null)
) as l (no, kind, status, institution_name, contact_name, designation, city, state, students, value, follow_up, received, ours, enquiries,
  reference, tracks, message, lost_reason, note);

insert into public.leads (
  id, reference, kind, status, institution_name, contact_name, contact_email, contact_phone, designation, website, city, state,
  expected_students, track_ids, message, assigned_to, estimated_value, follow_up_date, lost_reason, institution_id, enquiries,
  last_enquiry_at, privacy_version, created_at, closed_at
)
select
  l.id, l.reference, l.kind::public.institution_kind, l.status::public.lead_status, l.institution_name, l.contact_name,
  lower(split_part(l.contact_name, ' ', 1)) || '@lead' || lpad(l.no::text, 2, '0') || '.example.com', '+9198000009' || lpad(l.no::text, 2, '0'),
  l.designation, 'https://lead' || lpad(l.no::text, 2, '0') || '.example.com', l.city, l.state, l.students, l.tracks, l.message,
  case when l.ours then '00000000-0000-4000-8000-000000000104'::uuid end, l.value,
  (now() at time zone 'Asia/Kolkata')::date + l.follow_up, l.lost_reason,
  case when l.status = 'converted' then '00000000-0000-4000-8000-000000000201'::uuid end, l.enquiries,
  case when l.enquiries > 1 then now() - interval '1 day' else l.received_at end, '2026-04-01', l.received_at,
  case when l.status in ('converted', 'lost') then l.received_at + interval '15 days' end
from demo_leads l
on conflict do nothing;

insert into public.lead_notes (id, lead_id, author, body, created_at)
select l.note_id, l.id, '00000000-0000-4000-8000-000000000104', l.note, l.received_at + interval '3 days'
from demo_leads l where l.note is not null
on conflict do nothing;

-- Each lead took the usual way to where it is, a step every other day.
insert into public.lead_events (lead_id, actor, kind, details, note_id, at)
select e.lead_id, e.actor, e.kind::public.lead_event_kind, e.details, e.note_id, e.at
from (
  select l.id as lead_id, null::uuid as actor, 'enquired' as kind, jsonb_strip_nulls(jsonb_build_object('message', l.message)) as details,
    null::uuid as note_id, l.received_at as at from demo_leads l
  union all
  select l.id, '00000000-0000-4000-8000-000000000104', 'assigned', jsonb_build_object('from', null, 'from_name', null,
    'to', '00000000-0000-4000-8000-000000000104', 'to_name', 'Nila Iyer'), null, l.received_at + interval '2 hours'
  from demo_leads l where l.ours
  union all
  select l.id, '00000000-0000-4000-8000-000000000104', 'moved', jsonb_strip_nulls(jsonb_build_object('from', way.steps[s.at], 'to', way.steps[s.at + 1],
    'reason', case when way.steps[s.at + 1] = 'lost' then l.lost_reason end)), null, l.received_at + make_interval(days => s.at * 2)
  from demo_leads l
  cross join lateral (select case l.status
    when 'lost' then array['new', 'contacted', 'lost']
    else (array['new', 'contacted', 'qualified', 'negotiation'])[:case l.status when 'converted' then 4
      else array_position(array['new', 'contacted', 'qualified', 'negotiation'], l.status) end] end as steps) way
  cross join lateral generate_series(1, cardinality(way.steps) - 1) s(at)
  union all
  select l.id, '00000000-0000-4000-8000-000000000104', 'noted', '{}', l.note_id, l.received_at + interval '3 days'
  from demo_leads l where l.note is not null
  union all
  select l.id, null, 'enquired_again', jsonb_build_object('message', 'We have not heard from you yet. Is there a date for the first group?'), null,
    now() - interval '1 day'
  from demo_leads l where l.enquiries > 1
  union all
  select l.id, '00000000-0000-4000-8000-000000000104', 'converted',
    jsonb_build_object('from', 'negotiation', 'institution_id', '00000000-0000-4000-8000-000000000201'), null, l.received_at + interval '15 days'
  from demo_leads l where l.status = 'converted'
) e
where not exists (select from public.lead_events known where known.lead_id = e.lead_id)
order by e.at, e.lead_id;
