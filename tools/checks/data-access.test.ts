import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { checkDataAccess, findDataAccess } from './data-access.ts';

describe('where the app talks to the database', () => {
  it.each([
    "supabase.from('orders').select('id')",
    "await client.rpc('my_access')",
    'supabase.functions.invoke<unknown>(name)',
  ])('refuses %s in a component and allows it in api/', (line) => {
    expect(findDataAccess('src/features/payments/components/pay-button.tsx', line)).toHaveLength(1);
    expect(findDataAccess('src/features/payments/api/get-order.ts', line)).toEqual([]);
  });

  it('leaves Array.from alone', () => {
    expect(findDataAccess('src/components/loading-state.tsx', 'Array.from({ length: 3 })')).toEqual([]);
  });

  it('finds nothing in this project', () => {
    expect(checkDataAccess(fileURLToPath(new URL('../..', import.meta.url)))).toEqual([]);
  });
});
