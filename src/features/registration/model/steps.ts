import { paths } from '~/lib/paths';

export const registrationSteps = ['details', 'code', 'course', 'payment'] as const;
export type RegistrationStep = (typeof registrationSteps)[number];

export const isRegistrationStep = (value: string | undefined): value is RegistrationStep =>
  registrationSteps.some((step) => step === value);

/** The step's address; the chosen track travels along, so that a reload and a link keep it. */
export function stepPath(step: RegistrationStep | 'done', trackId: string | null): string {
  const base = `${paths.register()}/${step}`;
  return trackId === null ? base : `${base}?track=${encodeURIComponent(trackId)}`;
}

/**
 * Where a visitor of a step belongs, or null where that is here: strangers give their details first (the code page
 * needs an address that waits for it), and whoever is signed in has both behind them.
 */
export function redirectOf(
  step: RegistrationStep | 'done',
  visitor: { signedIn: boolean; pendingEmail: boolean; trackId: string | null },
): string | null {
  const { signedIn, pendingEmail, trackId } = visitor;
  if (signedIn && (step === 'details' || step === 'code'))
    return stepPath(trackId === null ? 'course' : 'payment', trackId);
  if (!signedIn && step === 'code') return pendingEmail ? null : stepPath('details', trackId);
  if (!signedIn && step !== 'details') return stepPath('details', trackId);
  if (signedIn && step !== 'course' && trackId === null) return stepPath('course', null);
  return null;
}
