import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fix } from '../../../src/clean/fix/fix.ts';
import { formatChanges } from '../../../src/clean/fix/fix-log.ts';
import type { Change, FixOptions } from '../../../src/clean/fix/fix-report.ts';
import { openRegistry } from '../../../src/clean/lookup/open-registry.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';

/** Organization codes, and the codes that hold them. */
const entities = [
  ['60003734-1', '91110000600037341L'],
  ['71526726X', '9144030071526726XG'],
  ['710926094', '91110000710926094P'],
] as const;
const names = ['甲公司', '乙建材厂', '丙丁医院', '戊己合作社'];
const name = fc.constantFrom(...names, '', ' ');
const entity = fc.integer({ min: 0, max: entities.length - 1 });
const rows = fc.array(fc.tuple(entity, name), { minLength: 1, maxLength: 12 });

async function run(table: string, registry: string, options: FixOptions) {
  const pieces: Buffer[] = [];
  const changes: Change[] = [];
  const handlers: FixOptions = {
    onBytes: (piece) => void pieces.push(Buffer.from(piece)),
    onChanges: (batch) => void changes.push(...batch),
  };
  const platform = createPlatform();
  const index = await openRegistry({ inputs: [inputOf(registry)], options: {}, platform, memoryBytes: 1 << 20 });
  const report = await fix([inputOf(table)], { ...options, ...handlers }, platform, index);
  return { text: Buffer.concat(pieces).toString(), changes, report };
}

test('an organization code alone fills nothing where one of the two has no name, unless it may', async () => {
  await fc.assert(
    fc.asyncProperty(rows, rows, fc.boolean(), fc.boolean(), fc.boolean(), async (table, known, ...flags) => {
      const [tableNames, registryNames, withoutNames] = flags;
      const nameOf = (text: string, isThere: boolean): string => (isThere ? text.trim() : '');
      const write = (lines: string[][], isNamed: boolean): string =>
        [isNamed ? ['企业名称', '统一社会信用代码'] : ['地址', '统一社会信用代码'], ...lines]
          .map((line) => `${line.join()}\n`)
          .join('');
      const own = table.map(([at, text]) => [tableNames ? text : '一号', entities[at]?.[0] ?? '']);
      const others = known.map(([at, text]) => [registryNames ? text : '二号', entities[at]?.[1] ?? '']);
      let [heldBack, unnamed] = [0, 0];
      const expected = table.map(([at, text]) => {
        const given = known.filter(([other]) => other === at).map(([, each]) => nameOf(each, registryNames));
        const [legacy, code] = entities[at] ?? ['', ''];
        if (given.length === 0) return legacy;
        const mine = nameOf(text, tableNames);
        const named = given.filter((each) => each !== '');
        if (mine !== '' && named.length > 0) {
          if (named.includes(mine)) return code;
          heldBack++;
          return legacy;
        }
        if (withoutNames) return code;
        unnamed++;
        return legacy;
      });
      const { text, changes, report } = await run(write(own, tableNames), write(others, registryNames), {
        withoutNames,
      });
      expect(
        text
          .trim()
          .split('\n')
          .slice(1)
          .map((line) => line.split(',').at(-1)),
      ).toEqual(expected);
      expect(report).toMatchObject({ heldBack, unnamed, changed: changes.length });
      for (const { source, row } of changes) {
        const mine = nameOf(table[row - 1]?.[1] ?? '', tableNames);
        expect(source?.isNameCompared).toBe(mine !== '' && source?.name.trim() !== '');
      }
    }),
    { numRuns: 300 },
  );
});

test('of two readings of 15 digits the one whose name agrees wins, also where identifiers alone may do', async () => {
  // Right as a registration number, and as a region with the organization code of the second code.
  const number = '370902802100433';
  const registry = `统一社会信用代码,企业名称,注册号\n91370902MA3C00011Q,,${number}\nB9350211802100433N,甲公司,\n`;
  const table = `企业名称,统一社会信用代码\n甲公司,${number}\n乙公司,${number}\n`;
  const { changes, report } = await run(table, registry, { withoutNames: true });
  expect(changes.map(({ after, reasons }) => [after, reasons])).toEqual([
    ['B9350211802100433N', ['taxpayer-number']],
    ['91370902MA3C00011Q', ['registration-number']],
  ]);
  expect(report).toMatchObject({ heldBack: 0, unnamed: 0 });
});

test('the log says where names were not compared', async () => {
  const table = '企业名称,统一社会信用代码\n甲公司,71526726X\n';
  const registry = '统一社会信用代码,注册号\n9144030071526726XG,1\n';
  const { changes } = await run(table, registry, { withoutNames: true });
  const place = { file: 'a.csv', column: '统一社会信用代码' };
  expect(formatChanges(changes, { ...place, lang: 'en' })).toContain('names were not compared');
  expect(formatChanges(changes, { ...place, lang: 'zh' })).toContain('名称未比对');
});
