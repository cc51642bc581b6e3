import { Link, useLocation } from 'react-router';
import { paths } from '~/lib/paths';
import type { Lead } from '../schemas';

export const leadLinkId = (leadId: string) => `lead-${leadId}`;

/** The way into a lead. It opens over the list, whose filters the address keeps. */
export function LeadLink({ lead, className }: { lead: Lead; className?: string }) {
  const { search } = useLocation();
  return (
    <Link
      id={leadLinkId(lead.id)}
      to={paths.adminLead(lead.id, search)}
      state={{ over: true }}
      draggable={false}
      className={className}
    >
      {lead.institution_name}
    </Link>
  );
}
