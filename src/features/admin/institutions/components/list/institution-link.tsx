import { DrawerLink } from '~/components/drawer-link';
import { paths } from '~/lib/paths';
import { type InstitutionFilters, writeFilters } from '../../model/filters';
import type { Institution } from '../../schemas';

export function InstitutionLink({ institution, filters }: { institution: Institution; filters: InstitutionFilters }) {
  return (
    <DrawerLink to={paths.adminInstitution(institution.id)} search={`?${writeFilters(filters).toString()}`}>
      {institution.name}
    </DrawerLink>
  );
}
