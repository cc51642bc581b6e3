/** Sign-in travels in a header, never in a cookie, so any origin may be answered. */
export const corsHeaders: Record<string, string> = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, OPTIONS',
  'access-control-allow-headers':
    'authorization, apikey, content-type, x-client-info, x-request-id, x-supabase-api-version, x-region',
  'access-control-expose-headers': 'x-request-id, content-disposition, retry-after',
  'access-control-max-age': '86400',
};
