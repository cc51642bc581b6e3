import type { Database } from '~/types/database.types';

type PublicSchema = Database['public'];
export type EnumOf<T extends keyof PublicSchema['Enums']> = PublicSchema['Enums'][T];
