/** Version of the terms and the privacy notice that a person accepts when an account is made. */
export const consentVersion = '2026-04-01';
