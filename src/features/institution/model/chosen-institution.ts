const storageKey = 'ai-ready-institution';

/** Which institution was chosen last in this browser; a hint only, since the list of one's own says what may be chosen. */
export function readChosenInstitution(): string | null {
  try {
    return localStorage.getItem(storageKey);
  } catch {
    return null;
  }
}

export function rememberChosenInstitution(institutionId: string): void {
  try {
    localStorage.setItem(storageKey, institutionId);
  } catch {
    // A browser that keeps nothing asks again next time.
  }
}
