import { useLocation } from 'react-router';
import { DrawerLink } from '~/components/drawer-link';
import { paths } from '~/lib/paths';
import type { Lead } from '../schemas';

/** The way into a lead. It opens over the list, whose filters the address keeps. */
export function LeadLink({ lead, className }: { lead: Lead; className?: string }) {
  const { search } = useLocation();
  return (
    <DrawerLink to={paths.adminLead(lead.id)} search={search} className={className}>
      {lead.institution_name}
    </DrawerLink>
  );
}
