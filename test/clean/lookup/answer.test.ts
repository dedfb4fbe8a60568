import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fix } from '../../../src/clean/fix/fix.ts';
import { answerCodes } from '../../../src/clean/lookup/answer.ts';
import { judge } from '../../../src/code/cell/judge.ts';
import { registryExport } from '../../check/exports.ts';
import { createPlatform, inputOf } from '../../engine/platform.ts';
import { columns, findOnlyCode, openTexts, readRows, rowsNamed } from '../registry-run.ts';

test('what a registry says of codes is what a plain reading says', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, fc.constantFrom(1, 64, undefined), async (asked, text, width) => {
      const codes = readRows(asked).map(({ cell }) => cell);
      const answers = await answerCodes(await openTexts([text], width), codes);
      const known = readRows(text);
      for (const [index, cell] of codes.entries()) {
        const { normalized, partition, isComparable } = judge(cell);
        const holders = known.filter(({ code }) => code === normalized && isComparable && partition !== 'missing');
        const answer = answers[index];
        expect([cell, answer?.registered]).toEqual([cell, holders.length > 0]);
        expect(answer?.entities.reduce((sum, { records }) => sum + records, 0)).toBe(holders.length);
        const organization = answer?.organization;
        if (!organization) continue;
        const others = known.filter((row) => row.organization === organization.code && row.code !== normalized);
        expect(organization.taken).toBe(others.length > 0);
        expect(new Set(organization.entities.map(({ code }) => code))).toEqual(new Set(others.map(({ code }) => code)));
      }
    }),
    { numRuns: 120 },
  );
});

test('fix with a registry: codes only where it has exactly one, and nothing to do the second time', async () => {
  await fc.assert(
    fc.asyncProperty(registryExport, registryExport, fc.constantFrom(1, 64, undefined), async (text, from, width) => {
      const run = async (bytes: Uint8Array) => {
        const pieces: Uint8Array[] = [];
        const options = { ...columns, onBytes: (piece: Uint8Array) => void pieces.push(piece.slice()) };
        const report = await fix([inputOf(bytes)], options, createPlatform(width), await openTexts([from], width));
        return { bytes: Buffer.concat(pieces), report };
      };
      const before = readRows(text);
      const known = readRows(from);
      const first = await run(Buffer.from(text));
      const after = readRows(first.bytes.toString());
      expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name));
      for (const [index, row] of before.entries()) {
        const now = after[index];
        if (row.isConforming) expect(now?.cell).toBe(row.code);
        else if (now?.cell !== row.cell) {
          const isErroneous = judge(row.cell).partition === 'erroneous';
          const rows = isErroneous
            ? rowsNamed(known, row.name)
            : known.filter(({ organization }) => organization === row.organization);
          expect(now?.cell).toBe(findOnlyCode(rows));
        } else if (row.organization !== '') {
          const rows = known.filter(({ organization }) => organization === row.organization);
          // Left alone: not there, several, or under another name.
          const isSame = rowsNamed(rows, row.name).some(({ isConforming }) => isConforming);
          expect(isSame && findOnlyCode(rows) !== null).toBe(false);
        }
      }
      const again = await run(first.bytes);
      expect(again.report.changed).toBe(0);
      expect(again.bytes.equals(first.bytes)).toBe(true);
    }),
    { numRuns: 120 },
  );
});

test('registration numbers and repairs: through the column that holds them, and the one code under the name', async () => {
  const registry = [
    '统一社会信用代码,企业名称,注册号',
    '91350100M000100Y43,甲公司,440301103097413',
    '91350211M00013FA1N,乙公司,3709020000001',
    '91110000600037341L,丙公司,3709020000002',
    '91350203M0001FUE2P,丙公司,3709020000003',
    '91350203M0001QKT19,丁公司,3709020000001',
  ];
  const table = [
    '企业名称,统一社会信用代码,旧证号',
    '甲公司,440301103097413,',
    '甲公司,91350100M000100Y44,',
    '乙公司,3709020000001,',
    '丙公司,91110000600037341M,',
    '别的公司,M000100Y4,',
    '甲公司,"",M000100Y-4',
    '甲公司',
    ' 甲 公司 ,无,440301103097413',
  ];
  const pieces: Uint8Array[] = [];
  const report = await fix(
    [inputOf(Buffer.from(`${table.join('\n')}\n`))],
    { legacyColumn: '旧证号', onBytes: (piece) => void pieces.push(piece.slice()) },
    createPlatform(),
    await openTexts([`${registry.join('\n')}\n`]),
  );
  expect(Buffer.concat(pieces).toString().split('\n').slice(1, -1)).toEqual([
    '甲公司,91350100M000100Y43,',
    '甲公司,91350100M000100Y43,',
    // Two entities under one number.
    '乙公司,3709020000001,',
    // Two codes under one name.
    '丙公司,91110000600037341M,',
    // The registry has it under another name.
    '别的公司,M000100Y4,',
    '甲公司,"91350100M000100Y43",M000100Y-4',
    '甲公司',
    ' 甲 公司 ,91350100M000100Y43,440301103097413',
  ]);
  expect(report).toMatchObject({ changed: 4, heldBack: 1, reasons: { 'registration-number': 2, repair: 1 } });
});

/** The code cells of `lines` (name, code) as a registry of `lines` (code, name, registration number) makes them. */
async function fillFrom(registry: string[], table: string[]) {
  const pieces: Uint8Array[] = [];
  const report = await fix(
    [inputOf(Buffer.from(`企业名称,统一社会信用代码\n${table.join('\n')}\n`))],
    { onBytes: (piece) => void pieces.push(piece.slice()) },
    createPlatform(),
    await openTexts([`统一社会信用代码,企业名称,注册号\n${registry.join('\n')}\n`]),
  );
  const lines = Buffer.concat(pieces).toString().split('\n').slice(1, -1);
  return { cells: lines.map((line) => line.split(',')[1]), report };
}

test('a record of the registry without a right code gives none: no organization code, no ID number, no name', async () => {
  const registry = [
    'M000100Y4,甲公司,440301103097413',
    '11010519491231002X,乙公司,440301103097413',
    '91350100M000100Y43,丙公司,440301103097413',
    '350100M000100Y4,丁公司,',
  ];
  const { cells, report } = await fillFrom(registry, [
    '甲公司,440301103097413',
    '乙公司,440301103097413',
    '丙公司,440301103097413',
    '丁公司,M000100Y4',
  ]);
  expect(cells).toEqual(['440301103097413', '440301103097413', '91350100M000100Y43', 'M000100Y4']);
  expect(report).toMatchObject({ changed: 1, heldBack: 3 });
});

test('an erroneous code is repaired to the code under its name one edit away, of any region; an ID number never is', async () => {
  // 99 is no province. Made up; both check characters are right.
  const code = '91999999MA0123453G';
  expect(judge(code).partition).toBe('conforming');
  // One character from an ID number with a right check character.
  const registry = [`${code},甲公司,`, '110105198Y01274769,乙公司,'];
  const { cells } = await fillFrom(registry, [
    '甲公司,91999999MA0123453H',
    '甲公司,9199999MA0123453G',
    '甲公司,91999999MB0123463H',
    '乙公司,110105198301274769',
  ]);
  expect(judge('110105198301274769').issue?.code).toBe('identity-number');
  expect(cells).toEqual([code, code, '91999999MB0123463H', '110105198301274769']);
});
