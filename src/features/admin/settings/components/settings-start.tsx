import { Navigate } from 'react-router';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';

/** The first page of settings that this person may open. */
export default function SettingsStart() {
  const held = useAccess().data?.permissions ?? [];
  const to = held.includes('settings.manage') ? paths.adminSetting('company') : paths.adminCoupons();
  return <Navigate to={to} replace />;
}
