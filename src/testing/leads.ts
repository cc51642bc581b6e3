import { leadStatuses } from '~/features/admin/leads/model/moves';
import type { Board, Lead, LeadDetail } from '~/features/admin/leads/schemas';

/** A lead for tests, which say what matters to them. */
export const aLead = (given: Partial<Lead> = {}): Lead => ({
  id: '00000000-0000-4000-8000-000000000901',
  reference: 'ENQ-AAAAAA',
  kind: 'university',
  status: 'new',
  institution_name: 'Sample University',
  contact_name: 'Kiran Shah',
  city: 'Pune',
  expected_students: 120,
  assigned_to: null,
  assignee_name: null,
  estimated_value: 5_000_000,
  follow_up_date: null,
  overdue: false,
  enquiries: 1,
  notes: 0,
  created_at: '2026-11-20T06:00:00Z',
  ...given,
});

export const aLeadDetail = (given: Partial<LeadDetail> = {}): LeadDetail => ({
  ...aLead(),
  contact_email: 'kiran@example.edu',
  contact_phone: '+919800000201',
  designation: 'Dean',
  website: 'https://example.edu',
  address: '1 Example Road',
  state: '27',
  message: 'We would like to begin in January.',
  track_ids: ['ai-foundations'],
  tracks: [{ id: 'ai-foundations', name: 'AI Foundations' }],
  lost_reason: null,
  institution_id: null,
  converted_to: null,
  last_enquiry_at: '2026-11-20T06:00:00Z',
  closed_at: null,
  ...given,
});

/** A whole board of these leads, with its counts and values. */
export const boardOf = (leads: Lead[]): Board =>
  leadStatuses.map((status) => {
    const own = leads.filter((lead) => lead.status === status);
    return {
      status,
      count: own.length,
      value: own.reduce((sum, lead) => sum + (lead.estimated_value ?? 0), 0),
      overdue: own.filter((lead) => lead.overdue).length,
      leads: own,
    };
  });
