import { DrawerLink } from '~/components/drawer-link';
import { useTranslation } from 'react-i18next';
import { paths } from '~/lib/paths';
import { type UserFilters, writeFilters } from '../../model/filters';
import type { Person } from '../../schemas';

/** The name opens the person; somebody without one is still to be reached. */
export function PersonLink({ person, filters }: { person: Person; filters: UserFilters }) {
  const { t } = useTranslation('adminUsers');
  return (
    <DrawerLink to={paths.adminUser(person.id)} search={`?${writeFilters(filters).toString()}`}>
      {person.full_name || t('noName')}
    </DrawerLink>
  );
}
