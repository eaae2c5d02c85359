/**
 * Who may import whom (DESIGN.md). Goes to .dependency-cruiser.mjs.
 * CI also fails when the report says that no modules were cruised.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const kernel = 'time|message|people|program'
const features =
  'match|offer|find|peer|waiting|pair|checkin|goal|plan|care|overview|reflect|thanks|intro|opportunity|help-case|review|record|agreement|relay|briefing|orientation|skills|resource'
const sdkHomes = [
  ['slack', 'node_modules/@slack/', '^(src|test)/(slack|playground|bench)/'],
  ['teams', 'node_modules/(botbuilder|botframework|@microsoft/)', '^(src|test)/(teams|playground)/'],
  ['prisma', 'node_modules/@prisma/', '^(src|test)/(store|support)/'],
  ['queue', 'node_modules/(node-cron|graphile-worker)/', '^((src|test)/jobs|test/support)/'],
]
const no = (name, from, to) => ({ name, severity: 'error', from, to })
export default {
  forbidden: [
    no('no-circular', {}, { circular: true }),
    no('no-orphans', { orphan: true, path: '^src/', pathNot: 'generated|wire[.]ts$' }, {}),
    no('core-is-pure', { path: '^src/core/' }, { pathNot: ['^src/core/', 'node_modules/zod/'] }),
    no(
      'kernel-knows-no-feature',
      { path: `^src/core/(${kernel})/` },
      { path: `^src/core/(${features}|digest)/` },
    ),
    no(
      'features-are-strangers',
      { path: `^src/core/(${features})/` },
      { path: `^src/core/(${features}|digest)/`, pathNot: '^src/core/$1/' },
    ),
    no('ports-speak-core', { path: '^src/ports/' }, { pathNot: '^src/(core|ports)/' }),
    no(
      'app-decides-with-core',
      { path: '^src/app/' },
      {
        pathNot: [
          '^src/(core|ports|app|store|delivery|files)/',
          'node_modules/(zod|pino)/',
          '^timers/promises$',
        ],
      },
    ),
    no(
      'platforms-are-strangers',
      { path: '^src/(slack|teams)/' },
      { path: '^src/(slack|teams)/', pathNot: '^src/$1/' },
    ),
    no(
      'platforms-know-no-feature',
      { path: '^src/(slack|teams)/' },
      { path: [`^src/core/(${features}|digest)/`, '^src/app/(?!handle-intent)'] },
    ),
    no('edges-do-not-mix', { path: '^src/(slack|teams|http)/' }, { path: '^src/(store|jobs|cli|delivery)/' }),
    no(
      'matcher-searches-alone',
      { path: '^src/matcher/' },
      { pathNot: ['^src/(core|ports|matcher)/', '^(os|worker_threads|timers/promises)$'] },
    ),
    no(
      'only-entry-points-match',
      { path: '^src/', pathNot: '^src/(serve[.]ts|cli/|matcher/)' },
      { path: '^src/matcher/' },
    ),
    no(
      'store-decides-nothing',
      { path: '^src/store/' },
      { path: '^src/(app|delivery|jobs|slack|teams|http|cli)/' },
    ),
    no(
      'files-decide-nothing',
      { path: '^src/files/' },
      { path: '^src/(app|delivery|store|jobs|slack|teams|http|cli)/' },
    ),
    no(
      'only-entry-points-wire',
      { path: '^src/', pathNot: '^src/((main|serve)[.]ts|cli/)' },
      { path: '^src/(main|serve|config)[.]ts$', dependencyTypesNot: ['type-only'] },
    ),
    no(
      'playground-stays-outside',
      { path: '^src/', pathNot: '^src/(main[.]ts|cli/|playground/)' },
      { path: '^src/playground/' },
    ),
    no(
      'page-runs-in-the-browser',
      { path: '^src/playground/page/' },
      { path: '^src/', pathNot: '^src/playground/(page/|wire[.]ts$)' },
    ),
    no(
      'page-stays-in-the-browser',
      { path: '^src/', pathNot: '^src/playground/page/' },
      { path: '^src/playground/page/|node_modules/(react|react-dom|slack-blocks-to-jsx)/' },
    ),
    no(
      'catalogue-stays-outside',
      { path: '^src/', pathNot: '^src/(catalogue|cli)/' },
      { path: '^src/catalogue/' },
    ),
    no('src-not-to-test', { path: '^src/' }, { path: '^test/' }),
    no(
      'not-to-dev-dep',
      { path: '^src/', pathNot: '^src/playground/' },
      { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    ),
    no('not-to-unresolvable', {}, { couldNotResolve: true }),
    ...sdkHomes.map(([name, path, home]) =>
      no(`${name}-sdk-stays-home`, { path: '^(src|test)/', pathNot: home }, { path }),
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: 'generated' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    detectProcessBuiltinModuleCalls: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
}
