import { expect, test } from 'vitest';
import { joinKeyed, type KeyedEntity, packEntity, unpackEntity } from '../../../src/clean/lookup/entity-text.ts';
import { generate } from '../../../src/code/generate.ts';
import { openTexts } from '../registry-run.ts';

const head = '统一社会信用代码,企业名称';

test('a name that everybody has: the first hundred entities, all of their records counted', async () => {
  const codes = Array.from({ length: 260 }, (_, index) => generate({ seed: index + 1 }));
  // Three times all of them: in every range, and in two tables.
  const lines = [...codes, ...codes].map((code) => `${code},无`);
  const tables = [[head, ...lines].join('\n'), [head, ...codes.map((code) => `${code},无`)].join('\n')];
  for (const rangeBytes of [256, 4096, undefined]) {
    const registry = await openTexts(tables, rangeBytes);
    const found = (await registry.find('name', ['无'])).get('无') ?? [];
    expect(found.map(({ code, row }) => [code, row])).toEqual(codes.slice(0, 100).map((code, at) => [code, at + 1]));
    expect(new Set(found.map(({ records, file }) => `${records} ${file}`))).toEqual(new Set(['3 registry-0.csv']));
  }
});

test('an entity is the same after its way between threads, whatever its name is', () => {
  const one: KeyedEntity = {
    ...{ key: 'K', code: '', partition: 'missing', table: 3, row: 4, line: 6, records: 2 },
    name: '\t甲\t"公司\n',
  };
  expect(unpackEntity(packEntity(one))).toEqual(one);
  const other = { ...one, name: '甲"公司', row: 9 };
  expect(joinKeyed([one, other, { ...one, code: '1' }])).toEqual([
    { ...one, records: 4 },
    { ...one, code: '1' },
  ]);
});
