// npm run fuzz -- --minutes N: tries kernel and pipeline against the reference for so long. See fuzz.test.ts.
import { spawnSync } from 'node:child_process';
import { parseArgs } from 'node:util';

const { values } = parseArgs({ options: { minutes: { type: 'string', default: '10' } } });
const minutes = Number(values.minutes);
if (!(minutes > 0)) {
  process.stderr.write('npm run fuzz -- --minutes N\n');
  process.exit(2);
}
const { status } = spawnSync('npx', ['--no-install', 'vitest', 'run', 'test/fuzz', '--disable-console-intercept'], {
  stdio: 'inherit',
  env: { ...process.env, USCC_FUZZ_MINUTES: String(minutes) },
});
process.exit(status ?? 1);
