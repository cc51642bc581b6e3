import { Notifications } from '@mantine/notifications';
import { Route, Routes } from 'react-router';
import { vi } from 'vitest';
import { LiveRegion } from '~/components/live-region';
import { accessQueryOptions } from '~/entities/permissions/access';
import * as store from '~/entities/session/session-store';
import LeadDrawer from '~/features/admin/leads/components/drawer/lead-drawer';
import LeadsPage from '~/features/admin/leads/components/leads-page';
import { movedLead } from '~/features/admin/leads/model/board';
import { leadStatuses } from '~/features/admin/leads/model/moves';
import type { LeadDetail, LeadEvent } from '~/features/admin/leads/schemas';
import { createQueryClient } from '~/lib/query-client';
import { boardOf } from './leads';
import { renderApp } from './render';
import { aTrack } from './track';

type Body = Record<string, unknown>;
type Answer = (body: Body) => Response;

export const raised = (message: string) => Response.json({ code: 'P0001', message }, { status: 400 });
export const sales = ['leads.read', 'leads.manage', 'institutions.read', 'institutions.manage'];
const me = '00000000-0000-4000-8000-000000000104';
const colleague = '00000000-0000-4000-8000-000000000105';

/** Plays the server with these leads: it keeps what it is told. A test says what it answers otherwise, and reads what it was asked. */
export function serveLeads(leads: LeadDetail[], changed: Record<string, Answer> = {}, events: LeadEvent[] = []) {
  const asked: [name: string, body: Body][] = [];
  const find = (body: Body) => leads.find(({ id }) => id === body.p_lead_id);
  const change = (body: Body, changes: Partial<LeadDetail>) => {
    const lead = find(body);
    if (lead !== undefined) Object.assign(lead, changes);
    return Response.json(null);
  };
  const answers: Record<string, Answer> = {
    lead_board: () => Response.json(boardOf(leads)),
    list_leads: () => Response.json({ total: leads.length, rows: leads }),
    lead_assignees: () =>
      Response.json([
        { user_id: me, full_name: 'Nila Iyer' },
        { user_id: colleague, full_name: 'Ravi Menon' },
      ]),
    get_lead: (body) => {
      const lead = find(body);
      return lead === undefined ? raised('lead_not_found') : Response.json(lead);
    },
    lead_history: ({ p_only_notes }) => {
      const rows = p_only_notes === true ? events.filter(({ kind }) => kind === 'noted') : events;
      return Response.json({ total: rows.length, rows });
    },
    move_lead: (body) => {
      const to = leadStatuses.find((status) => status === body.p_status);
      const lead = find(body);
      return lead === undefined || to === undefined ? raised('lead_not_found') : change(body, movedLead(lead, to));
    },
    assign_lead: (body) => change(body, { assigned_to: colleague, assignee_name: 'Ravi Menon' }),
    edit_lead: (body) => change(body, Object(body.p_changes)),
    add_lead_note: () => Response.json('n1'),
    convert_lead: (body) => {
      change(body, { status: 'converted', institution_id: 'i1', converted_to: 'Sample University' });
      return Response.json('i1');
    },
    institution_seat_use: () => Response.json([]),
    institution_team: () => Response.json({ managers: [], invitations: [] }),
    tracks: () => Response.json([aTrack]),
    ...changed,
  };
  vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const name = url.pathname.split('/').at(-1) ?? '';
    const body: Body = JSON.parse(typeof init?.body === 'string' ? init.body : '{}');
    asked.push([name, body]);
    return Promise.resolve(answers[name]?.(body) ?? Response.json({}, { status: 404 }));
  });
  return { asked: (name: string) => asked.filter(([each]) => each === name).map(([, body]) => body) };
}

/** The page of leads with its drawer, as a person with these permissions sees it. */
export function openLeads(at = '/admin/leads', permissions = sales) {
  vi.spyOn(store, 'readSession').mockReturnValue({ status: 'signed-in', userId: me, email: 'nila@example.com' });
  const queryClient = createQueryClient();
  queryClient.setDefaultOptions({ queries: { retry: false } });
  queryClient.setQueryData(accessQueryOptions(me).queryKey, {
    kind: 'staff',
    status: 'active',
    permissions,
    institutions: [],
  });
  return renderApp(
    <>
      <Routes>
        <Route path="/admin/leads" element={<LeadsPage />}>
          <Route path=":leadId" element={<LeadDrawer />} />
        </Route>
      </Routes>
      <LiveRegion />
      <Notifications transitionDuration={0} />
    </>,
    { at, queryClient },
  );
}
