import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { cpus, platform, release, totalmem } from 'node:os';

const require = createRequire(import.meta.url);

/** What the figures were measured on and with. */
export function describeMachine() {
  const [cpu] = cpus();
  return {
    cpu: cpu?.model.trim() ?? 'unknown',
    cores: cpus().length,
    memoryGiB: Math.round(totalmem() / 2 ** 30),
    system: readSystem(),
    versions: {
      node: process.version.slice(1),
      ...Object.fromEntries(
        ['uscc-toolkit', 'csv-parse', 'stdnum', 'util-helpers', '@duckdb/node-api', 'tinybench'].map((name) => [
          name,
          readVersion(name),
        ]),
      ),
    },
  };
}

function readSystem() {
  try {
    const name = /^PRETTY_NAME="?([^"\n]*)/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1];
    return `${name ?? platform()}, kernel ${release()}`;
  } catch {
    return `${platform()} ${release()}`;
  }
}

/** Walks up from a package's entry, because not every package lets its package.json be imported. */
function readVersion(name) {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')).version;
    } catch {}
  }
  return JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')).version;
}
