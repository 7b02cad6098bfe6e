import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import CopyPlugin from 'copy-webpack-plugin';
import HtmlPlugin from 'html-webpack-plugin';
import webpack from 'webpack';
import LicensePlugin from 'webpack-license-plugin';
import { DEVELOPMENT_BASE, rebase } from './scripts/manifest/rebase.mjs';
import { OneFilePage } from './scripts/one-file-page.mjs';

const root = dirname(fileURLToPath(import.meta.url));

/** Fluent UI injects its styles; everything else is ours or nothing. */
export const CONTENT_SECURITY_POLICY =
  "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; worker-src 'self' blob:; connect-src 'self'; object-src 'none'; base-uri 'none'";

/** Where Excel's own library comes from; docs/deploy.md names the choices. */
const OFFICE_JS_URL = process.env.OFFICE_JS_URL ?? 'https://appsforoffice.microsoft.com/lib/1/hosted/office.js';

/** The notices of all that is bundled, as their licences ask; gouji.html holds what pages and worker hold. */
const notices = (name) =>
  new LicensePlugin({
    excludedPackageTest: (name) => name === 'gouji',
    outputFilename: `licenses.${name}.json`,
    unacceptableLicenseTest: (licence) => /\bA?GPL/.test(licence),
  });

const shared = (mode, target) => ({
  mode,
  devtool: mode === 'production' ? false : 'source-map',
  context: root,
  // Only what changed is built again; `name` keeps the three apart.
  cache: { type: 'filesystem', buildDependencies: { config: [fileURLToPath(import.meta.url)] } },
  resolve: { extensions: ['.ts', '.tsx', '.js'] },
  module: {
    rules: [
      {
        test: /\.tsx?$/,
        exclude: /node_modules/,
        use: {
          loader: 'swc-loader',
          options: {
            jsc: {
              parser: { syntax: 'typescript', tsx: true },
              target,
              transform: { react: { runtime: 'automatic' } },
            },
            module: { type: 'es6' },
          },
        },
      },
    ],
  },
  performance: { hints: false },
});

/** Behind the names of scripts, so that no web view takes a script that it kept for the new one; files keep theirs. */
const HASH = '[contenthash:12]';

/** What a page is told: where Excel's library is, its policy, its own script and the engine's. */
const pageParameters = (page, officeJs, policy) => (compilation) => ({
  officeJs,
  policy,
  script: [...compilation.entrypoints.get(page).getEntrypointChunk().files][0],
  engine: `${ENGINE}?${hashOf(resolve(root, 'dist', ENGINE))}`,
});

const ENGINE = 'engine-worker.js';

const hashOf = (file) => createHash('sha256').update(readFileSync(file)).digest('hex').slice(0, 12);

/** The command line: a file that plain Node runs, and beside it what is not always needed. */
const commandLine = (mode) => ({
  ...shared(mode, 'es2022'),
  name: 'cli',
  target: 'node20',
  entry: './src/cli.ts',
  output: {
    path: resolve(root, 'dist'),
    filename: 'cli.cjs',
    chunkFilename: 'cli.[name].cjs',
    library: { type: 'commonjs2' },
  },
  optimization: { splitChunks: false },
  plugins: [new webpack.BannerPlugin({ banner: '#!/usr/bin/env node', raw: true, test: /cli\.cjs$/ }), notices('cli')],
});

/** The engine as a worker: a classic script, so that it also runs from a Blob, with its chunks behind it. */
const worker = (mode) => ({
  ...shared(mode, 'es2020'),
  name: 'worker',
  target: 'webworker',
  entry: './src/worker/engine-worker.ts',
  output: {
    path: resolve(root, 'dist'),
    filename: ENGINE,
    chunkFilename: `engine-worker.[name].chunk.js?${HASH}`,
    publicPath: '',
  },
  optimization: { splitChunks: false },
  plugins: [notices('worker')],
});

/** The pane inside Excel, and the stand-alone page. Only taskpane.html loads Office.js. */
const pages = (mode, base) => ({
  ...shared(mode, 'es2020'),
  name: 'pages',
  dependencies: ['worker'],
  target: 'web',
  entry: { taskpane: './src/taskpane.tsx', standalone: './src/standalone.tsx' },
  // Chunks lie beside the page; the one-file page has no address to tell where.
  output: {
    path: resolve(root, 'dist'),
    filename: `[name].js?${HASH}`,
    chunkFilename: `[name].chunk.js?${HASH}`,
    publicPath: '',
  },
  optimization: { splitChunks: false },
  plugins: [
    new HtmlPlugin({
      filename: 'taskpane.html',
      template: './src/pane/page.html',
      chunks: ['taskpane'],
      inject: false,
      cache: false,
      templateParameters: pageParameters('taskpane', OFFICE_JS_URL, ''),
    }),
    new HtmlPlugin({
      filename: 'standalone.html',
      template: './src/pane/page.html',
      chunks: ['standalone'],
      inject: false,
      cache: false,
      templateParameters: pageParameters('standalone', '', CONTENT_SECURITY_POLICY),
    }),
    new CopyPlugin({
      patterns: [
        { from: 'assets/icon-*.png', to: 'assets/[name][ext]' },
        { from: 'assets/samples/dirty/county-2023-05.xlsx', to: 'sample.xlsx' },
        { from: 'manifest.xml', transform: (xml) => rebase(xml.toString(), base) },
      ],
    }),
    notices('pages'),
    new OneFilePage({ page: 'standalone', worker: ENGINE, sample: 'sample.xlsx', output: 'gouji.html' }),
  ],
});

/** `--env base=https://server/path`: where `dist/` will lie, for its manifest. */
export default ({ base = DEVELOPMENT_BASE } = {}, { mode = 'production' } = {}) => {
  return [commandLine(mode), worker(mode), pages(mode, base)];
};
