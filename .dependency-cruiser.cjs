/** Who may import whom: the table of ARCHITECTURE.md ("Import rules"), one rule a line of it. */
/** Tests and what only they use; neither is part of the product. */
const tests = '[.](test|spec|bench)[.]tsx?$|/testing/';
const npm = (...names) => `node_modules/(${names.join('|')})/`;
const gateway = '^apps/cti-gateway/src';
const renderer = '^apps/desktop/src/renderer';
const model = '^packages/shared/src/model/';
const protocol = '^packages/shared/src/protocol/';

const only = (name, from, allowed, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: from, pathNot: tests },
  to: { pathNot: allowed },
});
const home = (library, folder) => ({
  name: `home-of-${library.replace(/[^a-z]/g, '-')}`,
  comment: `${library} has one home, so that it can be replaced in one place.`,
  severity: 'error',
  from: { path: '^(apps|packages)/', pathNot: [folder, tests] },
  to: { path: npm(library) },
});

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment:
        'No file needs itself to be loaded. Types may name each other: they are gone when the program runs.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-barrels',
      severity: 'error',
      from: {},
      to: { path: '^(apps|packages|tests)/.*/index[.]tsx?$' },
    },
    {
      name: 'resolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: '[?](worker|url|raw|inline)' },
    },

    only('model', model, [model], 'The model imports nothing.'),
    only('protocol', protocol, [model, protocol, npm('zod')], 'The wire knows the model and zod.'),
    only(
      'ui',
      '^packages/ui/src/',
      [
        '^packages/ui/',
        model,
        npm(
          'react',
          'react-dom',
          'react-aria-components',
          'react-aria',
          'react-stately',
          'lucide-react',
          '@types/react',
          '@fontsource-variable/[^/]+',
        ),
      ],
      'Looks and gestures: no socket, no store, no wire.',
    ),

    only(
      'domain',
      `${gateway}/domain/`,
      [`${gateway}/domain/`, model],
      'Values and functions: no library, port, clock or chance.',
    ),
    only(
      'ports',
      `${gateway}/ports/`,
      [`${gateway}/(domain|ports)/`, model, protocol],
      'Ports are types over the domain.',
    ),
    {
      name: 'ports-are-types',
      comment: 'A port has nothing that runs.',
      severity: 'error',
      from: { path: `${gateway}/ports/` },
      to: { dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'ports-wire',
      comment: 'Only the desk port speaks the wire’s types.',
      severity: 'error',
      from: { path: `${gateway}/ports/`, pathNot: `${gateway}/ports/desk[.]ts$` },
      to: { path: protocol },
    },
    only(
      'application',
      `${gateway}/application/`,
      [`${gateway}/(application|domain|ports)/`, model, protocol],
      'Use cases know the domain and the ports, no library and no adapter.',
    ),
    only(
      'replay',
      `${gateway}/replay/`,
      [`${gateway}/(replay|domain|config)/`, model, '^(node:)?(fs|util)$'],
      'A replay drives the routing itself, with the defaults of the configuration, and nothing else of the gateway.',
    ),
    {
      name: 'application-wire',
      comment:
        'Views (the board and reports are such), the folders of complaints and of rotas, and the desk’s use cases speak the wire’s types; nobody else in the application does.',
      severity: 'error',
      from: {
        path: `${gateway}/application/`,
        pathNot: [
          `${gateway}/application/(views|board|report)/`,
          `${gateway}/application/(case|clocks|compensation|duty|intake|letters|manager|prevention|rota|tasks|work-list)/`,
          `${gateway}/application/(.*desk|of-family[.]ts)`,
          tests,
        ],
      },
      to: { path: protocol },
    },
    {
      name: 'application-wire-is-types',
      comment:
        'Parsing is done at the edge: the application takes types and the version number from the wire.',
      severity: 'error',
      from: { path: `${gateway}/application/`, pathNot: tests },
      to: { path: protocol, pathNot: `${protocol}protocol-version[.]ts$`, dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-inward',
      comment: 'Adapters know ports, domain types and the model.',
      severity: 'error',
      from: { path: `${gateway}/adapters/`, pathNot: tests },
      to: {
        path: [
          `${gateway}/(application|testing|cli|config)/`,
          `${gateway}/[^/]+[.]ts$`,
          '^apps/desktop/',
          '^packages/ui/',
        ],
      },
    },
    {
      name: 'adapters-wire',
      comment: 'Only the two doors of desks parse the wire.',
      severity: 'error',
      from: { path: `${gateway}/adapters/`, pathNot: [`${gateway}/adapters/(socket-io|http)/`, tests] },
      to: { path: protocol },
    },
    {
      name: 'adapters-apart',
      comment: 'No adapter knows another.',
      severity: 'error',
      from: { path: `${gateway}/adapters/([^/]+)/`, pathNot: [`${gateway}/adapters/demo/`, tests] },
      to: { path: `${gateway}/adapters/`, pathNot: `${gateway}/adapters/$1/` },
    },
    {
      name: 'demo-caller',
      comment:
        'The demo caller is a telephone: it reads SIP messages and G.711 with the gateway’s own tables and knows nothing else of it.',
      severity: 'error',
      from: { path: `${gateway}/adapters/demo/`, pathNot: tests },
      to: {
        path: `${gateway}/adapters/`,
        pathNot: [
          `${gateway}/adapters/demo/`,
          `${gateway}/adapters/sip/message/`,
          `${gateway}/adapters/media/sound/(g711|level)[.]ts$`,
        ],
      },
    },
    {
      name: 'compose',
      comment: 'Ports in, gateway out; so that tests compose it with fakes.',
      severity: 'error',
      from: { path: `${gateway}/compose[.]ts$` },
      to: { path: [`${gateway}/adapters/`, 'node_modules/'] },
    },
    {
      name: 'testing-is-for-tests',
      severity: 'error',
      from: { path: '^(apps|packages)/', pathNot: [`${gateway}/testing/`, '/testing/', tests] },
      to: { path: '/testing/' },
    },

    {
      name: 'desktop-processes',
      comment: 'Main and preload never load the page’s code.',
      severity: 'error',
      from: { path: '^apps/desktop/src/(main|preload|ipc)/', pathNot: tests },
      to: {
        path: [
          `${renderer}/`,
          '^packages/ui/',
          gateway,
          npm('react', 'zustand', 'sip.js', 'socket.io-client'),
        ],
      },
    },
    {
      name: 'renderer-sandboxed',
      comment: 'The page runs in a browser too.',
      severity: 'error',
      from: { path: `${renderer}/`, pathNot: tests },
      to: { path: ['^apps/desktop/src/(main|preload)/', npm('electron'), gateway] },
    },
    {
      name: 'renderer-no-node',
      severity: 'error',
      from: {
        path: [`${renderer}/`, '^packages/(ui|shared)/src/', `${gateway}/(domain|ports|application)/`],
        pathNot: tests,
      },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'phone-and-link-apart',
      comment: 'The phone and the gateway link are plain code: no React, no features, not each other.',
      severity: 'error',
      from: { path: `${renderer}/(phone|gateway)/`, pathNot: tests },
      to: { path: [`${renderer}/features/`, npm('react', 'react-dom', 'zustand'), '^packages/ui/'] },
    },
    {
      name: 'features-apart',
      comment: 'A feature does not reach into another.',
      severity: 'error',
      from: { path: `${renderer}/features/([^/]+)/`, pathNot: tests },
      to: { path: `${renderer}/features/`, pathNot: `${renderer}/features/$1/` },
    },

    home('sip.js', `${renderer}/phone/`),
    home('socket.io-client', `${renderer}/gateway/`),
    home('electron', '^apps/desktop/src/(main|preload)/'),
    home('fastify', `${gateway}/adapters/http/`),
    home('@fastify/static', `${gateway}/adapters/http/`),
    home('prom-client', `${gateway}/adapters/http/`),
    home('socket.io', `${gateway}/adapters/socket-io/`),
    home('kysely', `${gateway}/adapters/sql/`),
    home('better-sqlite3', `${gateway}/adapters/sql/`),
    home('nodemailer', `${gateway}/adapters/mail/`),
    home('werift', `${gateway}/adapters/media/`),
    home('yaml', `${gateway}/(config|adapters/sql)/`),
    home('pino', `${gateway}/adapters/(system|log)/`),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|data|[.]cache|test-results)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.css', '.d.ts'],
    },
  },
};
