import { mkdtempSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import webpack from 'webpack';
import { ROOT } from './build';

/** One classic script of a file in `in-page/`, to be run in a page before its own scripts. */
export function bundle(name: string): Promise<string> {
  const folder = mkdtempSync(path.join(tmpdir(), 'gouji-in-page-'));
  const compiler = webpack({
    mode: 'development',
    devtool: false,
    context: ROOT,
    target: 'web',
    entry: path.join(ROOT, 'tests/browser/in-page', `${name}.ts`),
    // The readers of older formats come in a chunk; here all is one script.
    output: { path: folder, filename: 'bundle.js', publicPath: '' },
    plugins: [new webpack.optimize.LimitChunkCountPlugin({ maxChunks: 1 })],
    resolve: { extensions: ['.ts', '.js'] },
    module: {
      rules: [
        {
          test: /\.ts$/,
          exclude: /node_modules/,
          use: {
            loader: 'swc-loader',
            options: { jsc: { parser: { syntax: 'typescript' }, target: 'es2020' }, module: { type: 'es6' } },
          },
        },
      ],
    },
  });
  return new Promise((resolve, reject) => {
    compiler?.run((error, stats) => {
      const faults = error
        ? [error.message]
        : (stats?.toJson({ errors: true }).errors ?? []).map(({ message }) => message);
      if (faults.length > 0) reject(new Error(faults.join('\n')));
      else compiler.close(() => resolve(readFileSync(path.join(folder, 'bundle.js'), 'utf8')));
    });
  });
}
