// Imports run one way: types, lib → components → entities → features → app. Tried out by tools/checks/import-rules.test.ts.
const admin = '^src/features/admin/([^/]+)/';
const feature = '^src/features/(?!admin/)([^/]+)/';
const test = '[.]test[.]tsx?$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    {
      name: 'no-cycles',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'lib-knows-nothing-above',
      severity: 'error',
      from: { path: '^src/(lib|types)/' },
      to: { path: '^src/(components|entities|features|app)/' },
    },
    {
      name: 'components-fetch-nothing',
      severity: 'error',
      from: { path: '^src/components/', pathNot: test },
      to: {
        path: '^src/(entities|features|app)/|^src/lib/supabase/(client|lazy|invoke|storage|public-rest|public-function)[.]ts$',
      },
    },
    {
      name: 'entities-know-no-feature',
      severity: 'error',
      from: { path: '^src/entities/', pathNot: test },
      to: { path: '^src/(features|app)/' },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^src/features/', pathNot: test },
      to: { path: '^src/app/' },
    },
    {
      name: 'features-are-strangers',
      severity: 'error',
      from: { path: feature },
      to: { path: '^src/features/', pathNot: '^src/features/$1/' },
    },
    {
      name: 'admin-parts-are-strangers',
      severity: 'error',
      from: { path: admin },
      to: { path: '^src/features/', pathNot: '^src/features/admin/$1/' },
    },
    {
      name: 'test-helpers-only-in-tests',
      severity: 'error',
      from: { path: '^src/', pathNot: `${test}|^src/testing/` },
      to: { path: '^src/testing/' },
    },
    {
      name: 'supabase-js-only-in-lib',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/lib/supabase/' },
      to: { path: '@supabase/' },
    },
    {
      name: 'app-takes-only-contracts-from-functions',
      severity: 'error',
      from: { path: '^src/' },
      to: { path: '^(supabase|tools|bench|e2e)/', pathNot: '^supabase/functions/_shared/contracts/' },
    },
    {
      name: 'functions-know-no-app',
      severity: 'error',
      from: { path: '^supabase/functions/', pathNot: test },
      to: { path: '^(src|tools|bench)/' },
    },
    {
      name: 'handler-stays-home',
      severity: 'error',
      from: { path: '^supabase/functions/(?!_shared)([^/]+)/', pathNot: test },
      to: { path: '^supabase/functions/', pathNot: '^supabase/functions/(_shared|$1)/' },
    },
    {
      name: 'contracts-are-zod-only',
      severity: 'error',
      from: { path: '^supabase/functions/_shared/contracts/', pathNot: test },
      to: { pathNot: '^supabase/functions/_shared/contracts/|^node_modules/zod/|^zod|^npm:zod' },
    },
    { name: 'no-unresolvable', severity: 'error', from: { path: '^src/' }, to: { couldNotResolve: true } },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '[.](css|json|svg)$' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'types', 'default'] },
  },
};
