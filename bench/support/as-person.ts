/** The transaction that PostgREST wraps around a request: role and claims for it alone, then the query. */
export function asPerson(role: string, personId: string, query: string): string {
  const claims = JSON.stringify({ sub: personId, role });
  return `begin;\nselect set_config('role', '${role}', true), set_config('request.jwt.claims', '${claims}', true);\n${query};\ncommit;\n`;
}
