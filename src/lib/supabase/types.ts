import type { Database } from '~/types/database.types';

// Type-only door to supabase-js: the package itself is imported in this folder alone.
export type { Session, User } from '@supabase/supabase-js';

type PublicSchema = Database['public'];
export type Row<T extends keyof PublicSchema['Tables']> = PublicSchema['Tables'][T]['Row'];
export type EnumOf<T extends keyof PublicSchema['Enums']> = PublicSchema['Enums'][T];
