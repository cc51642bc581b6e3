import { lazy } from 'react';

// Guards know the query library, so public pages, which share the route table, must not load them.
export const RequireKind = lazy(() => import('./require-kind').then((module) => ({ default: module.RequireKind })));
export const RequirePermission = lazy(() =>
  import('./require-permission').then((module) => ({ default: module.RequirePermission })),
);
export const AnonymousOnly = lazy(() =>
  import('./anonymous-only').then((module) => ({ default: module.AnonymousOnly })),
);
