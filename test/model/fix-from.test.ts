import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fix } from '../../src/clean/fix/fix.ts';
import type { Change } from '../../src/clean/fix/fix-report.ts';
import { openRegistry } from '../../src/clean/lookup/open-registry.ts';
import { makeEncoder } from '../../src/write/encoder.ts';
import { isOrganizationCodeByStandard } from '../code/by-standard.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { seed, trials } from '../soak/trials.ts';
import { isOneEdit, judgeByDesign, nameByDesign } from './standard.ts';
import { cell, codes, damaged, legacies, name, rangeBytes, storage, storeTable, writeCell } from './tables.ts';

/* `fix --from`: the table as it becomes, byte for byte, and every count, worked out record by record. */

interface Known {
  code: string;
  name: string;
  registration: string;
  organization: string;
}

interface Decision {
  after: string;
  /** Why a code of the registry was put in; null where none was. */
  reason: 'organization-code' | 'taxpayer-number' | 'registration-number' | 'repair' | null;
  outcome: 'kept' | 'rewritten' | 'filled' | 'filledWithoutName' | 'heldBack' | 'unnamed';
}

const header = ['企业名称', '统一社会信用代码', '旧证号'];
const registryHeader = ['统一社会信用代码', '企业名称', '注册号'];
/** The first is right both as a registration number and as a region with an organization code. */
const registrations = [
  '370902802100433',
  '440301103097413',
  '3709020000001',
  '370000NA000001X',
  ' 370000na000001x',
  'A123456789012',
];

const different = (texts: string[]): string[] => [...new Set(texts)];

function decide(row: string[], registry: Known[], isLegacyRead: boolean, withoutNames: boolean): Decision {
  const [entity = '', code = '', legacy = ''] = row;
  const own = nameByDesign(entity);
  const judged = judgeByDesign(code);
  const keep = { after: code, reason: null };
  if (judged.partition === 'conforming') {
    return { ...keep, after: judged.t, outcome: judged.t === code ? 'kept' : 'rewritten' };
  }
  if (judged.partition === 'erroneous') {
    const [only, ...more] = different(
      registry.filter((each) => own !== '' && each.name === own).map((each) => each.code),
    );
    if (only === undefined || more.length > 0 || !isOneEdit(judged.t, only)) return { ...keep, outcome: 'kept' };
    return { after: only, reason: 'repair', outcome: 'filled' };
  }
  const identifier = judged.partition === 'missing' && isLegacyRead ? judgeByDesign(legacy) : judged;
  if (identifier.partition !== 'unconverted') return { ...keep, outcome: 'kept' };
  const read = identifier.issue as 'organization-code' | 'taxpayer-number' | 'registration-number';
  // 15 digits may be right as both: a taxpayer number then only under a name that agrees.
  const isDoubtful =
    read === 'registration-number' &&
    /^[0-9]{15}$/.test(identifier.t) &&
    isOrganizationCodeByStandard(identifier.t.slice(6));
  const decisions = (isDoubtful ? [read, 'taxpayer-number' as const] : [read]).map((reason): Decision => {
    const holders = registry.filter((each) =>
      reason === 'registration-number'
        ? each.registration === identifier.t
        : each.organization === identifier.t.slice(-9),
    );
    const [only, ...more] = different(holders.map((each) => each.code));
    if (only === undefined || more.length > 0) return { ...keep, outcome: 'kept' };
    const names = holders.map((each) => each.name).filter((each) => each !== '');
    const filled: Decision = { after: only, reason, outcome: 'filled' };
    if (own !== '' && names.length > 0) return names.includes(own) ? filled : { ...keep, outcome: 'heldBack' };
    const isEnough = withoutNames && !(isDoubtful && reason === 'taxpayer-number');
    return isEnough ? { ...filled, outcome: 'filledWithoutName' } : { ...keep, outcome: 'unnamed' };
  });
  const order = ['filled', 'filledWithoutName', 'heldBack', 'unnamed', 'kept'];
  const [best] = decisions.sort((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome));
  return best ?? { ...keep, outcome: 'kept' };
}

const misspelled = fc
  .tuple(fc.constantFrom(...codes), fc.nat(17), fc.boolean())
  .map(([code, at, isMore]) => code.slice(0, at) + (isMore ? '7' : '') + code.slice(isMore ? at : at + 1));
const anyCell = fc.oneof(
  { weight: 3, arbitrary: cell },
  { weight: 2, arbitrary: fc.constantFrom(...legacies, ...legacies.map((nine) => `370902${nine}`)) },
  { weight: 1, arbitrary: fc.constantFrom(...registrations) },
  { weight: 1, arbitrary: misspelled },
  { weight: 1, arbitrary: damaged },
);
const tableRow = fc.tuple(name, anyCell, fc.oneof(fc.constantFrom('', ...registrations), fc.constantFrom(...legacies)));
const registryRow = fc.tuple(
  fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...codes) }, { weight: 1, arbitrary: cell }),
  name,
  fc.constantFrom('', ...registrations),
);
const registries = fc.array(fc.tuple(fc.array(registryRow, { minLength: 1, maxLength: 8 }), storage), {
  minLength: 1,
  maxLength: 2,
});

test('every cell becomes what the design says, and no other byte changes', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(tableRow, { minLength: 1, maxLength: 20 }),
      storage,
      registries,
      fc.boolean(),
      fc.boolean(),
      rangeBytes,
      async (rows, stored, known, isLegacyRead, withoutNames, width) => {
        const registry: Known[] = known
          .flatMap(([each]) => each)
          .map(([code, entity, number]) => ({ judged: judgeByDesign(code), entity, number }))
          .filter(({ judged }) => judged.partition === 'conforming')
          .map(({ judged, entity, number }) => ({
            code: judged.t,
            organization: judged.organization,
            name: nameByDesign(entity),
            registration: judgeByDesign(number).t,
          }));
        const pieces: Buffer[] = [];
        const changes: Change[] = [];
        const platform = createPlatform(width);
        const report = await fix(
          [inputOf(storeTable(header, rows, stored))],
          {
            codeColumn: '统一社会信用代码',
            nameColumn: '企业名称',
            withoutNames,
            ...(isLegacyRead ? { legacyColumn: '旧证号' } : {}),
            onBytes: (piece) => void pieces.push(Buffer.from(piece)),
            onChanges: (batch) => void changes.push(...batch),
          },
          platform,
          await openRegistry({
            inputs: known.map(([each, how], index) => inputOf(storeTable(registryHeader, each, how), `r${index}.csv`)),
            options: { codeColumn: '统一社会信用代码', nameColumn: '企业名称' },
            platform,
            memoryBytes: 1 << 20,
          }),
        );
        const records = rows.filter((row) => row.some((text) => text !== ''));
        const decisions = records.map((row) => decide(row, registry, isLegacyRead, withoutNames));
        const expected = decisions.flatMap(({ after, reason, outcome }, index) =>
          ['rewritten', 'filled', 'filledWithoutName'].includes(outcome)
            ? [{ row: index + 1, before: records[index]?.[1], after, reason, outcome }]
            : [],
        );
        const fills = ['organization-code', 'taxpayer-number', 'registration-number', 'repair'];
        expect(
          changes.map(({ row, before, after, reasons, source }) => {
            const reason = reasons.find((each) => fills.includes(each)) ?? null;
            const how = source?.isNameCompared === true ? 'filled' : 'filledWithoutName';
            return { row, before, after, reason, outcome: source === null ? 'rewritten' : how };
          }),
        ).toEqual(expected);
        for (const { source, after } of changes) {
          if (source === null) continue;
          const file = known[Number(source.file.charAt(1))]?.[0].filter((row) => row.some((text) => text !== ''));
          const [code = '', entity = ''] = file?.[source.row - 1] ?? [];
          expect([judgeByDesign(code).t, nameByDesign(entity)]).toEqual([after, nameByDesign(source.name)]);
        }
        const count = (outcome: Decision['outcome']): number =>
          decisions.filter((each) => each.outcome === outcome).length;
        const counts: Record<string, number> = { conforming: 0, erroneous: 0, unconverted: 0, missing: 0 };
        for (const { after } of decisions)
          counts[judgeByDesign(after).partition] = (counts[judgeByDesign(after).partition] ?? 0) + 1;
        expect(report).toMatchObject({
          records: records.length,
          changed: expected.length,
          heldBack: count('heldBack'),
          unnamed: count('unnamed'),
          skipped: 0,
          counts,
        });
        let next = 0;
        const text = [header, ...rows].map((row, index) => {
          const isRecord = index > 0 && row.some((each) => each !== '');
          const decision = isRecord ? decisions[next++] : undefined;
          const cells = row.map((value, column) => {
            const isQuoted = stored.quoted || /[",\r\n]/.test(value);
            return writeCell(column === 1 && decision !== undefined ? decision.after : value, isQuoted);
          });
          return cells.join(',') + stored.lineBreak;
        });
        const bytes = makeEncoder(stored.encoding)(new TextEncoder().encode(text.join('')));
        expect(Buffer.concat(pieces).equals(bytes)).toBe(true);
      },
    ),
    { numRuns: trials(25, 500), seed: seed() },
  );
});
