import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const command = join(root, 'dist/cli.cjs');
const samples = ['county-2023-05.xlsx', 'dirty/county-2023-05.xlsx', 'none.xlsx'].map((name) =>
  join(root, 'assets/samples', name),
);

function gouji(...args: string[]): { code: number | null; out: string; err: string } {
  if (!existsSync(command)) throw new Error('dist/cli.cjs is missing: run npm run build first.');
  const { status, stdout, stderr } = spawnSync(process.execPath, [command, ...args], { encoding: 'utf8' });
  return { code: status, out: stdout, err: stderr };
}

test('the built command is one file that plain Node runs', () => {
  expect(gouji('--version')).toEqual({ code: 0, out: '0.1.0\n', err: '' });
});

test.each(['json', 'text', 'ndjson'])('--jobs gives the same %s in the same order, and the same exit', (format) => {
  const withoutTimes = ({ out, ...rest }: ReturnType<typeof gouji>) => ({
    ...rest,
    out: out.replace(/"ms":\d+/g, '"ms":0'),
  });
  const alone = withoutTimes(gouji('check', '--format', format, ...samples));
  expect(withoutTimes(gouji('check', '--format', format, '--jobs', '3', ...samples))).toEqual(alone);
  expect([alone.code, alone.out === '']).toEqual([2, false]);
});

test('a reader that stops early is no failure', () => {
  const { status, stderr } = spawnSync(
    'sh',
    ['-c', `"${process.execPath}" "${command}" tables "${samples[0] ?? ''}" | head -1`],
    { encoding: 'utf8' },
  );
  expect([status, stderr]).toEqual([0, '']);
});
