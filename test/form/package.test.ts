import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createContext, runInContext } from 'node:vm';
import { transform } from 'esbuild';
import { describe, expect, it } from 'vitest';
import { checkCode } from '../../src/form/index.ts';
import { validate } from '../../src/index.ts';
import { regions } from '../../src/regions/index.ts';
import { findOld } from '../browser/old.ts';
import { cases } from '../code/cases.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const node8 = findOld('node-8');

/** Decides every case of the table, suggestions in alphabetical order since old engines sort equals as they like, with what `npm run build` made, in an engine of its own. */
const ask = `
  const cells = JSON.parse(require('fs').readFileSync(0, 'utf8'));
  const run = ({ validate, repair }, { checkCode }, { regions }) =>
    write(cells.map((cell) => {
      const { state, message, value } = checkCode(cell, { regions });
      return [validate(cell, { regions }).partition, state, message, value, repair(cell, { regions }).map((one) => one.value).sort()];
    }));
  // Old engines write half a surrogate pair as it is, which no encoding can.
  const write = (rows) => console.log(JSON.stringify(rows).replace(/[\\uD800-\\uDFFF]/g, (unit) => '\\\\u' + unit.charCodeAt(0).toString(16)));
`;
const commonJs = `${ask} run(require('./dist/cjs/index.js'), require('./dist/cjs/form/index.js'), require('./dist/cjs/regions/index.js'));`;
const modules = `${ask} Promise.all([import('uscc-toolkit'), import('uscc-toolkit/form'), import('uscc-toolkit/regions')]).then((all) => run(...all));`;

function decide(program: string, script: string): unknown[][] {
  const input = JSON.stringify(cases.map(({ cell }) => cell));
  return JSON.parse(execFileSync(program, ['-e', script], { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 26 }));
}

describe('every case of the table', () => {
  const expected = cases.map(({ cell }) => {
    const { state, message, value } = checkCode(cell, { regions });
    return [validate(cell, { regions }).partition, state, message, value];
  });

  it('is decided alike by the CommonJS build', () => {
    expect(decide(process.execPath, commonJs).map((row) => row.slice(0, 4))).toEqual(expected);
  });

  it('is decided and repaired alike by both builds', () => {
    expect(decide(process.execPath, modules)).toEqual(decide(process.execPath, commonJs));
  });

  it.skipIf(node8 === null)('is decided and repaired alike in Node 8, which has neither \\p{…} nor BigInt', () => {
    expect(execFileSync(node8 ?? '', ['-p', 'typeof BigInt'], { encoding: 'utf8' })).toBe('undefined\n');
    expect(decide(node8 ?? '', commonJs)).toEqual(decide(process.execPath, modules));
  });
});

describe('the CommonJS build', () => {
  const files = readdirSync(`${root}dist/cjs`, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.js'),
  );

  it('has no syntax newer than ECMAScript 2017: nothing is left to be written differently', async () => {
    expect(files.length).toBeGreaterThan(8);
    for (const name of files) {
      const text = readFileSync(`${root}dist/cjs/${name}`, 'utf8');
      const [asItIs, lowered] = await Promise.all(
        (['esnext', 'es2017'] as const).map((target) => transform(text, { target, format: 'cjs' })),
      );
      expect([name, lowered?.code]).toEqual([name, asItIs?.code]);
      expect([name, /\\\\?p\{\w/u.test(text.replace(/^\s*(?:\/?\*|\/\/).*$/gm, ''))]).toEqual([name, false]);
      expect([name, /BigInt/.test(text.replace(/^\s*(?:\/?\*|\/\/).*$/gm, ''))]).toEqual([name, false]);
    }
  });

  it('runs where there is no BigInt, no property escape, and nothing of ECMAScript 2018 or later', () => {
    const context = createContext({ console, setTimeout, clearTimeout });
    runInContext(
      `delete globalThis.BigInt;
       const Old = RegExp;
       globalThis.RegExp = class extends Old {
         constructor(source, flags) {
           if (/\\\\[pP]\\{|\\(\\?<|s$/.test(String(source) + (flags || ''))) throw new SyntaxError('Invalid regular expression: ' + source);
           super(source, flags);
         }
       };
       for (const [owner, names] of [[Object, ['fromEntries', 'hasOwn']], [Array.prototype, ['flat', 'flatMap', 'at', 'findLast', 'toSorted']],
         [String.prototype, ['matchAll', 'replaceAll', 'trimStart', 'trimEnd', 'at']], [Promise, ['allSettled', 'any']], [Promise.prototype, ['finally']]])
         for (const name of names) delete owner[name];
       delete globalThis.globalThis;`,
      context,
    );
    const loaded = new Map<string, { exports: Record<string, (...given: never[]) => unknown> }>();
    const load = (path: string): Record<string, (...given: never[]) => unknown> => {
      const known = loaded.get(path);
      if (known !== undefined) return known.exports;
      const module = { exports: {} };
      loaded.set(path, module);
      const wrapped = `(function (exports, require, module) {${readFileSync(path, 'utf8')}\n})`;
      runInContext(wrapped, context)(module.exports, (name: string) => load(resolve(dirname(path), name)), module);
      return module.exports;
    };
    const { checkCode: check } = load(`${root}dist/cjs/form/index.js`);
    const { repair } = load(`${root}dist/cjs/index.js`);
    load(`${root}dist/cjs/regions/index.js`);
    for (const { cell } of cases) {
      const { message, value } = checkCode(cell);
      expect(check?.(cell as never), cell).toMatchObject({ message, value });
    }
    const repaired = repair?.('914403001922038000' as never) as { value: string }[];
    expect(repaired.map(({ value }) => value)).toContain('914403001922038216');
  });
});

it('the helpers for schemas are CommonJS too', () => {
  const require = createRequire(`${root}package.json`);
  for (const name of ['zod', 'valibot', 'ajv', 'class-validator']) {
    expect(Object.keys(require(`./dist/cjs/form/schemas/${name}.js`)).length).toBeGreaterThan(0);
  }
});

it('custom-elements.json names the members of the element, and no others', () => {
  const manifest = JSON.parse(readFileSync(`${root}src/element/custom-elements.json`, 'utf8'));
  const { members, attributes } = manifest.modules[0].declarations[0];
  const text = ['control', 'uscc-input']
    .map((name) => readFileSync(`${root}src/element/${name}.ts`, 'utf8'))
    .join('\n');
  const member = /^ {2}(?:(?:get )?([a-z]\w+)\(.*\{$|declare (?:readonly )?(\w+):)/gm;
  const own = new Set([...text.matchAll(member)].map(([, method, property]) => method ?? property));
  const hidden = ['constructor', 'connectedCallback', 'disconnectedCallback', 'attributeChangedCallback'];
  for (const name of [...hidden, 'formResetCallback', 'formDisabledCallback', 'formStateRestoreCallback'])
    own.delete(name);
  for (const name of ['type', 'refresh']) own.delete(name);
  expect(members.map(({ name }: { name: string }) => name).sort()).toEqual([...own].sort());
  const observed = /observedAttributes[^=]*= \[([^\]]*)\]/.exec(text)?.[1] ?? '';
  for (const { name } of attributes.slice(1)) {
    if (!['disabled', 'readonly', 'placeholder', 'autofocus'].includes(name)) expect(observed).toContain(`'${name}'`);
  }
});
