import { lazy, type ReactElement, type ReactNode } from 'react';
import { Routes } from 'react-router';
import { lostRoute } from './routes/public-routes';

/** An area's route table is loaded with the area: a visitor downloads the names of no page that is not for visitors. */
const areaOf = (load: () => Promise<ReactNode>) =>
  lazy(async () => {
    const routes = await load();
    const Area = () => (
      <Routes>
        {routes}
        {lostRoute}
      </Routes>
    );
    return { default: Area };
  });

const Auth = areaOf(async () => (await import('./routes/auth-routes')).authRoutes);
const Registration = areaOf(async () => (await import('./routes/registration-routes')).registrationRoutes);
const Learner = areaOf(async () => (await import('./routes/learner-routes')).learnerRoutes);
const Profile = areaOf(async () => (await import('./routes/profile-routes')).profileRoutes);
const Admin = areaOf(async () => (await import('./routes/admin-routes')).adminRoutes);
const Institution = areaOf(async () => (await import('./routes/institution-routes')).institutionRoutes);

/** By the first part of their addresses. */
const areas: Readonly<Record<string, ReactElement>> = {
  login: <Auth />,
  'forgot-password': <Auth />,
  'reset-password': <Auth />,
  'accept-invite': <Auth />,
  register: <Registration />,
  dashboard: <Learner />,
  'mock-test': <Learner />,
  exam: <Learner />,
  certificates: <Learner />,
  profile: <Profile />,
  checkout: <Profile />,
  admin: <Admin />,
  institution: <Institution />,
};

/** The area at an address; null where the public pages are. */
export function areaAt(pathname: string): ReactElement | null {
  const first = pathname.split('/')[1]?.toLowerCase() ?? '';
  return Object.hasOwn(areas, first) ? (areas[first] ?? null) : null;
}
