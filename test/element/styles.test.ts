import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { transform } from 'esbuild';
import { expect, it, vi } from 'vitest';
import { adoptStyles } from '../../src/element/styles.ts';

/** The sheet as the element hands it to the browser. */
function readSheet(): string {
  let text = '';
  vi.stubGlobal(
    'CSSStyleSheet',
    class {
      replaceSync(css: string): void {
        text = css;
      }
    },
  );
  adoptStyles({ adoptedStyleSheets: [] } as unknown as ShadowRoot);
  vi.unstubAllGlobals();
  return text;
}

it('every colour that is light or dark stands there plain as well, for browsers without light-dark()', async () => {
  const [plain = '', newer = ''] = readSheet().split('@supports(color:light-dark(red,red))');
  const colours = [...newer.matchAll(/(--_\w+):var\((--uscc-\w+),light-dark\((#\w+),#\w+\)\)/g)];
  expect(colours.length).toBe(newer.split('light-dark(').length - 1);
  expect(colours.length).toBeGreaterThan(4);
  expect(plain).not.toContain('light-dark(');
  for (const [, name, property, light] of colours) expect(plain).toContain(`${name}:var(${property},${light})`);
  // Every name that is used has a colour.
  const used = new Set([...plain.matchAll(/var\((--_\w+)\)/g)].map(([, name]) => name));
  expect([...used].sort()).toEqual(colours.map(([, name]) => name).sort());
  // What mixes colours has a plain one before it in the same rule.
  for (const [, rule = ''] of plain.matchAll(/\{([^{}]*color-mix[^{}]*)\}/g)) {
    expect(rule).toMatch(/(?:^|;)background:rgba\([^;]*\);background:color-mix/);
  }
  expect((await transform(readSheet(), { loader: 'css' })).warnings).toEqual([]);
});

it('the reports and pages that are made have neither', () => {
  const root = fileURLToPath(new URL('../../src/', import.meta.url));
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => /\.(?:ts|css|html)$/.test(name) && name !== join('element', 'styles.ts'),
  );
  expect(files.length).toBeGreaterThan(500);
  const newer = files.filter((name) => /light-dark\(|color-mix\(/.test(readFileSync(root + name, 'utf8')));
  expect(newer).toEqual([]);
});
