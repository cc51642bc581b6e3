import { Navigate, Outlet, useSearchParams } from 'react-router';
import { PageLoader } from '~/components/page-loader';
import { useAccess } from '~/entities/permissions/access';
import { homePath } from '~/entities/session/home-path';
import { useSession } from '~/entities/session/use-session';
import { safeNextPath } from '~/lib/safe-next';

/** Sign-in pages. Whoever is signed in, or becomes so here, goes on to where they wanted, or to their own area. */
export function AnonymousOnly() {
  const session = useSession();
  const access = useAccess();
  const [search] = useSearchParams();
  const next = safeNextPath(search.get('next'));
  if (session.status === 'loading') return <PageLoader />;
  if (session.status === 'anonymous') return <Outlet />;
  if (next !== null) return <Navigate to={next} replace />;
  if (access.data !== undefined) return <Navigate to={homePath(access.data.kind)} replace />;
  // Without an answer the guard of the dashboard says what is wrong and offers another try.
  return access.isError ? <Navigate to={homePath('learner')} replace /> : <PageLoader />;
}
