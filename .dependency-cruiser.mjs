/** The arrows of the architecture (ARCHITECTURE.md). Each name is the sentence that a wrong import breaks. */
const ARROWS = [
  [
    'the core depends on nothing but itself',
    '^src/core',
    '^src/(?!core)|^node_modules/(?!@borgar/fx|@formulajs/formulajs|chevrotain)',
  ],
  [
    'messages depend on nothing but themselves',
    '^src/messages',
    '^src/(?!messages)|^node_modules/(?!intl-messageformat|@formatjs)',
  ],
  ['rules know the core and no host', '^src/rules', '^src/(?!rules|core)|^node_modules'],
  ['hosts know the core, the port and messages', '^src/hosts', '^src/(?!hosts|core|messages)'],
  ['one host does not know another', '^src/hosts/excel', '^src/hosts/file'],
  ['the file host does not know Excel', '^src/hosts/file', '^src/hosts/excel'],
  ['only the Excel host names the Office helpers', '^src/(?!hosts/excel)', '^node_modules/@microsoft'],
  ['use cases know the port and no concrete host', '^src/app', '^src/hosts/(?!host\\.ts)|^src/(?:pane|cli|worker)'],
  [
    'the pane knows no concrete host, no worker and no command line',
    '^src/pane',
    '^src/hosts/(?!host\\.ts)|^src/(?:cli|worker)',
  ],
  [
    'only the pane paints',
    '^src/(?:core|rules|messages|app|hosts|cli|worker)',
    '^node_modules/(?:react|react-dom|@fluentui)',
  ],
  ['the command line does not know the pane', '^src/cli', '^src/(?:pane|worker|hosts/excel)'],
  [
    'only the command line needs Node',
    '^src/(?!cli)',
    '^(?:node:)?(?:fs|path|crypto|child_process|worker_threads|os)(?:/|$)',
  ],
];

/** Inside the core, from the ground up: a folder knows those before it, and `data` nothing at all. */
const LAYERS = [
  'numbers',
  'grid',
  'relations',
  'formulas',
  'tables',
  'fiscal',
  'summary',
  'faults',
  'reading',
  'report',
  'fix',
  'findings',
];
const CORE_ARROWS = LAYERS.map((layer, i) => [
  `core/${layer} knows only the layers below it`,
  `^src/core/${layer}/`,
  `^src/core/(?:${LAYERS.slice(i + 1).join('|') || 'nothing'})/`,
]);

export default {
  forbidden: [
    ...[...ARROWS, ...CORE_ARROWS].map(([name, from, to]) => ({
      name,
      severity: 'error',
      from: { path: from },
      to: { path: to },
    })),
    {
      name: 'no circle of imports',
      severity: 'error',
      from: { path: '^src' },
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
