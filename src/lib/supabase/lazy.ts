/** The client for code that may run before anybody is known: loaded at first use. */
export async function getSupabase() {
  const { supabase } = await import('./client');
  return supabase;
}
