const slot = 'registration.email';

/** The address that still waits for its code, kept for this tab so that a reload of the code page knows it. */
export const pendingEmail = {
  read: (): string | null => sessionStorage.getItem(slot),
  keep: (email: string): void => sessionStorage.setItem(slot, email),
  forget: (): void => sessionStorage.removeItem(slot),
};
