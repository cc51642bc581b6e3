// Writes demo.sql from content/. Run: node supabase/seeds/build-demo.ts
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { demoSql } from './build/demo-sql.ts';

writeFileSync(join(import.meta.dirname, 'demo.sql'), demoSql());
