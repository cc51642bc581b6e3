import { lazy } from 'react';
import { Navigate, Route } from 'react-router';
import { paths, routes } from '~/lib/paths';
import { RequireKind } from '../guards/require-kind';

const InstitutionLayout = lazy(() => import('../layouts/institution-layout'));
const StudentsPage = lazy(() => import('~/features/institution/components/students-page'));
const ProgressPage = lazy(() => import('~/features/institution/components/progress-page'));
const CertificatesPage = lazy(() => import('~/features/institution/components/certificates-page'));
const BulkPage = lazy(() => import('~/features/institution/components/bulk-page'));
const ImportPage = lazy(() => import('~/features/institution/components/import-page'));
const TeamPage = lazy(() => import('~/features/institution/components/team-page'));

export const institutionRoutes = (
  <Route element={<RequireKind kinds={['institution']} managers />}>
    <Route element={<InstitutionLayout />}>
      <Route path={routes.institution} element={<Navigate to={paths.institutionStudents()} replace />} />
      <Route path={routes.institutionStudents} element={<StudentsPage />} />
      <Route path={routes.institutionProgress} element={<ProgressPage />} />
      <Route path={routes.institutionCertificates} element={<CertificatesPage />} />
      <Route path={routes.institutionBulk} element={<BulkPage />} />
      <Route path={routes.institutionImport} element={<ImportPage />} />
      <Route path={routes.institutionTeam} element={<TeamPage />} />
    </Route>
  </Route>
);
