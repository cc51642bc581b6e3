export type LogFields = Record<string, string | number | boolean | null | undefined>;
export type Log = (fields: LogFields) => void;

/** One JSON object per line. Callers pass ids, codes and counts only: no names, addresses, bodies or keys. */
export const consoleLog: Log = (fields) => {
  console.log(JSON.stringify({ at: new Date().toISOString(), ...fields }));
};

/** What may be kept of an error from elsewhere: short, and without e-mail addresses or long tokens. */
export function safeMessage(error: unknown): string {
  const cause = error instanceof Error && error.cause !== undefined ? ` (${String(error.cause)})` : '';
  const text = error instanceof Error ? `${error.name}: ${error.message}${cause}` : String(error);
  return text
    .replace(/[^\s@<>"']+@[^\s@<>"']+/g, '[address]')
    .replace(/\b(sb_|SG\.|eyJ|Bearer\s+|Basic\s+)[^\s"']+/g, '[secret]')
    .slice(0, 400);
}
