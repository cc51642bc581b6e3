import { lazy } from 'react';
import { Route } from 'react-router';
import { routes } from '~/lib/paths';
import { AnonymousOnly } from '../guards/anonymous-only';

const AuthLayout = lazy(() => import('../layouts/auth-layout'));
const LoginPage = lazy(() => import('~/features/auth/components/login-page'));
const ForgotPasswordPage = lazy(() => import('~/features/auth/components/forgot-password-page'));
const ResetPasswordPage = lazy(() => import('~/features/auth/components/reset-password-page'));
const AcceptInvitePage = lazy(() => import('~/features/auth/components/accept-invite-page'));

export const authRoutes = (
  <Route element={<AuthLayout />}>
    <Route element={<AnonymousOnly />}>
      <Route path={routes.login} element={<LoginPage />} />
      <Route path={routes.forgotPassword} element={<ForgotPasswordPage />} />
    </Route>
    <Route path={routes.resetPassword} element={<ResetPasswordPage />} />
    <Route path={routes.acceptInvite} element={<AcceptInvitePage />} />
  </Route>
);
