import { useTranslation } from 'react-i18next';
import type { PermissionGroup } from '../model/permissions';

/** An area in words; one that came after this version of the app is shown as it is. */
export function useAreaName() {
  const { t } = useTranslation('adminRoles');
  return ({ id, area }: PermissionGroup) => (area === null ? id : t(`area.${area}`));
}
