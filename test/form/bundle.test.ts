import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import { expect, it } from 'vitest';

const source = fileURLToPath(new URL('../../src', import.meta.url));

it.each(['form', 'element', 'regions'])(
  'uscc-toolkit/%s needs nothing of Node, no package and no network',
  async (name) => {
    const imports: string[] = [];
    const outputs = (await build({
      configFile: false,
      logLevel: 'silent',
      plugins: [{ name: 'imports', resolveId: (id) => void (/^[./]/.test(id) || imports.push(id)) }],
      build: {
        write: false,
        minify: false,
        lib: { entry: `${source}/${name}/index.ts`, formats: ['es'] },
        rolldownOptions: { external: /^node:/ },
      },
    })) as Rolldown.RolldownOutput[];
    const code = outputs.flatMap(({ output }) => output.map((one) => (one.type === 'chunk' ? one.code : ''))).join('');
    expect(imports.filter((id) => !id.startsWith('\0'))).toEqual([]);
    expect(code.length).toBeGreaterThan(5000);
    expect(code).not.toMatch(/\bfetch\(|XMLHttpRequest|WebSocket|EventSource|sendBeacon|import\(|https?:/);
  },
);

it('package.json limits the sizes, and both guides name the limits', () => {
  const { 'size-limit': limits } = JSON.parse(readFileSync(`${source}/../package.json`, 'utf8'));
  const told = limits.map(({ name, limit }: { name: string; limit: string }) => `${name} ${limit}`);
  expect(told).toEqual([
    'uscc-toolkit/form 7.15 kB',
    'uscc-toolkit/form, { checkCode } 6 kB',
    'uscc-toolkit/form, { usccRule } 6.3 kB',
    'uscc-toolkit/element 16.8 kB',
    'uscc-toolkit/regions 20 kB',
  ]);
  for (const language of ['en', 'zh']) {
    const guide = readFileSync(`${source}/guide/${language}/forms.md`, 'utf8');
    for (const { limit } of limits) expect(guide).toContain(limit);
  }
});
