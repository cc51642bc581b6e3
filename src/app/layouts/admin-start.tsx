import { Navigate } from 'react-router';
import { PageLoader } from '~/components/page-loader';
import { useAccess } from '~/entities/permissions/access';
import { paths } from '~/lib/paths';

/** Where staff arrive: at the figures if they may see them, else at what they may do. */
export default function AdminStart() {
  const access = useAccess().data;
  if (access === undefined) return <PageLoader />;
  return (
    <Navigate
      to={access.permissions.includes('analytics.read') ? paths.adminOverview() : paths.adminRights()}
      replace
    />
  );
}
