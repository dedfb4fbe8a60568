import fc from 'fast-check';
import { expect, test } from 'vitest';
import { openRegistry } from '../../src/clean/lookup/open-registry.ts';
import { match } from '../../src/clean/match/match.ts';
import type { MatchRow } from '../../src/clean/match/match-report.ts';
import { createPlatform, inputOf } from '../engine/platform.ts';
import { seed, trials } from '../soak/trials.ts';
import { isOneEdit, judgeByDesign, maskByDesign, nameByDesign } from './standard.ts';
import { cell, codes, legacies, name, rangeBytes, storage, storeTable } from './tables.ts';

/* `match` over several code columns of several files: every listed row and every count, worked out cell by cell. */

interface Known {
  code: string;
  name: string;
  organization: string;
  isConforming: boolean;
}

interface Answer {
  status: string;
  registryCode: string | null;
  evidence: string | null;
}

const header = ['行政相对人名称', '统一社会信用代码', '组织机构代码', '另一代码'];
const registryHeader = ['统一社会信用代码', '企业名称', '地址'];
const statuses = ['matched', 'unnamed', 'other-name', 'absent', 'erroneous', 'unconverted', 'missing'];

/** The one conforming code of some records of the registry; null when there are none or several. */
function findOnly(known: Known[]): string | null {
  const [only, ...more] = new Set(known.filter(({ isConforming }) => isConforming).map(({ code }) => code));
  return only !== undefined && more.length === 0 ? only : null;
}

function answerFor(code: string, entity: string, registry: Known[]): Answer {
  const judged = judgeByDesign(code);
  const own = nameByDesign(entity);
  const named = registry.filter((each) => own !== '' && each.name === own);
  if (judged.partition === 'conforming') {
    const holders = registry.filter((each) => each.isConforming && each.code === judged.t);
    if (holders.length > 0) {
      const isNamed = own !== '' && holders.some((each) => each.name === own);
      const isOpen = own === '' || holders.some((each) => each.name === '');
      return {
        status: isNamed ? 'matched' : isOpen ? 'unnamed' : 'other-name',
        registryCode: judged.t,
        evidence: null,
      };
    }
  }
  const status = judged.partition === 'conforming' ? 'absent' : judged.partition;
  if (status === 'unconverted' && judged.organization !== '') {
    const only = findOnly(registry.filter((each) => each.organization === judged.organization));
    if (only !== null) return { status, registryCode: only, evidence: 'organization-code' };
  }
  const only = findOnly(named);
  return { status, registryCode: only, evidence: only === null ? null : 'same-name' };
}

/**
 * What may be said of an erroneous code: which repairs are likely is not written down, so an answer has to be right by what the
 * registry has, and what is one edit away under the record's own name has to be found.
 */
function isRightRepair(code: string, entity: string, registry: Known[], given: Answer): boolean {
  const own = nameByDesign(entity);
  const holders = registry.filter((each) => each.isConforming && each.code === given.registryCode);
  const isNamed = own !== '' && holders.some((each) => each.name === own);
  const isOpen = own === '' || holders.some((each) => each.name === '');
  const plain = answerFor(code, entity, registry);
  if (given.evidence === 'repair-same-name') return isNamed;
  if (given.evidence === 'repair-unnamed') return holders.length > 0 && isOpen && !isNamed;
  const missed = registry.some((each) => {
    const { notes, t } = judgeByDesign(each.code);
    return (
      each.isConforming && own !== '' && each.name === own && notes.length === 0 && isOneEdit(judgeByDesign(code).t, t)
    );
  });
  return !missed && plain.registryCode === given.registryCode && plain.evidence === given.evidence;
}

const legacyCell = fc.oneof(
  { weight: 3, arbitrary: fc.constantFrom('', '', '无', ...legacies, ...legacies.map((nine) => `370902${nine}`)) },
  { weight: 1, arbitrary: cell },
);
const tableRow = fc.tuple(name, cell, legacyCell, fc.oneof(fc.constant(''), cell));
const registryCell = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...codes) }, { weight: 1, arbitrary: cell });
const registryRow = fc.tuple(registryCell, name, fc.constantFrom('', '一号'));

test('every cell of every column stands to the registry as the design says', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.array(tableRow, { minLength: 1, maxLength: 12 }), storage), { minLength: 1, maxLength: 2 }),
      fc.array(fc.tuple(fc.array(registryRow, { minLength: 1, maxLength: 8 }), storage), {
        minLength: 1,
        maxLength: 2,
      }),
      fc.constantFrom([1, 2], [1, 2, 3], [3, 1]),
      fc.boolean(),
      rangeBytes,
      async (tables, known, chosen, all, width) => {
        const isRecord = (row: string[]): boolean => row.some((text) => text !== '');
        const registry = known
          .flatMap(([rows]) => rows.filter(isRecord))
          .map(([code, entity]): Known => {
            const { t, organization, partition } = judgeByDesign(code ?? '');
            return {
              code: t,
              organization,
              name: nameByDesign(entity ?? ''),
              isConforming: partition === 'conforming',
            };
          });
        const rows: MatchRow[] = [];
        const platform = createPlatform(width);
        const columns = chosen.map((column) => header[column] ?? '');
        const report = await match({
          inputs: tables.map(([each, how], index) => inputOf(storeTable(header, each, how), `${index}.csv`)),
          registry: await openRegistry({
            inputs: known.map(([each, how], index) => inputOf(storeTable(registryHeader, each, how), `r${index}.csv`)),
            options: { codeColumn: '统一社会信用代码', nameColumn: '企业名称' },
            platform,
            memoryBytes: 1 << 20,
          }),
          options: {
            codeColumns: columns,
            nameColumn: '行政相对人名称',
            all,
            onRows: (batch) => void rows.push(...batch),
          },
          platform,
          memoryBytes: 1 << 20,
        });
        const given = [...rows];
        const counts = new Map(
          columns.map((column) => [column, Object.fromEntries(statuses.map((each) => [each, 0]))]),
        );
        const expected: Partial<MatchRow>[] = [];
        const evidence: Record<string, number> = {};
        let [records, coded, covered] = [0, 0, 0];
        for (const [index, [table]] of tables.entries()) {
          for (const [at, row] of table.filter(isRecord).entries()) {
            records++;
            const entity = row[0] ?? '';
            const cells = chosen.map((column) => row[column] ?? '');
            const answers = cells.map((code) => answerFor(code, entity, registry));
            const isEmpty = answers.every(({ status }) => status === 'missing');
            if (!isEmpty) coded++;
            const isCovered = answers.some(({ status }, column) => {
              const { organization } = judgeByDesign(cells[column] ?? '');
              const isKnown = registry.some((each) => each.isConforming && each.organization === organization);
              return ['matched', 'unnamed', 'other-name'].includes(status) || (status === 'unconverted' && isKnown);
            });
            if (isCovered) covered++;
            for (const [column, answer] of answers.entries()) {
              const tally = counts.get(columns[column] ?? '') ?? {};
              tally[answer.status] = (tally[answer.status] ?? 0) + 1;
              // A record without a code is listed once; one that has a code elsewhere misses none.
              const isListed =
                answer.status === 'missing' ? isEmpty && column === 0 : all || answer.status !== 'matched';
              if (!isListed) continue;
              const found = given.shift();
              if (answer.status === 'erroneous' && found !== undefined) {
                const { status, registryCode, evidence } = found;
                expect([
                  cells[column],
                  found,
                  isRightRepair(cells[column] ?? '', entity, registry, { status, registryCode, evidence }),
                ]).toEqual([cells[column], found, true]);
                Object.assign(answer, { registryCode, evidence });
              }
              if (answer.evidence !== null) evidence[answer.evidence] = (evidence[answer.evidence] ?? 0) + 1;
              expected.push({
                file: `${index}.csv`,
                row: at + 1,
                column: columns[column] ?? '',
                code: maskByDesign(judgeByDesign(cells[column] ?? '').t),
                status: answer.status as MatchRow['status'],
                registryCode: answer.registryCode,
                evidence: answer.evidence as MatchRow['evidence'],
              });
            }
          }
        }
        expect(
          rows.map(({ file, row, column, code, status, registryCode, evidence }) => {
            return { file, row, column, code, status, registryCode, evidence };
          }),
        ).toEqual(expected);
        expect(report).toMatchObject({
          records,
          coded,
          covered,
          coverage: records === 0 ? null : covered / records,
          coverageOfCoded: coded === 0 ? null : covered / coded,
          registryRecords: registry.length,
          columns: columns.map((column) => ({ column, counts: counts.get(column) })),
          evidence,
        });
      },
    ),
    { numRuns: trials(25, 500), seed: seed() },
  );
});
