import fc from 'fast-check';
import { expect, test } from 'vitest';
import { findWritingFaults } from '../../../src/check/causes/writing-faults.ts';
import { marksOf, readDecision } from '../../../src/check/marks.ts';
import { judge } from '../../../src/code/cell/judge.ts';
import {
  conformingKey,
  decidedEvent,
  decideFlag,
  erroneousKey,
  eventFields,
  eventKindField,
  eventRegionField,
  eventSlotField,
  freeAt,
  textAt,
  unconvertedKey,
} from '../../../src/engine/scan/kernel/contract.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import { alphabet, cells, codes, identityNumbers } from '../../code/arbitraries.ts';
import { organizationCheckByStandard } from '../../code/by-standard.ts';
import { createDialect } from './readers.ts';

const kernel = createKernel();
const hashedAt = freeAt + 192;
const decoder = new TextDecoder();
const letters = fc.constantFrom(...alphabet);
const digits = fc.constantFrom(...'0123456789');
const quote = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;

/** Cells of every kind, and more of those that rows of the table tell apart by a character. */
const written = fc.oneof(
  cells,
  fc.string({ unit: letters, minLength: 18, maxLength: 18 }),
  fc.string({ unit: digits, minLength: 1, maxLength: 19 }),
  fc.string({ unit: fc.oneof(digits, fc.constantFrom(...'EIOSVZXN')), minLength: 1, maxLength: 20 }),
  fc.tuple(codes, fc.nat(17), letters).map(([code, at, other]) => code.slice(0, at) + other + code.slice(at + 1)),
  fc.tuple(codes, fc.nat(16)).map(([code, at]) => `${code.slice(0, at)}${'0'.repeat(18)}`.slice(0, 18)),
  fc.bigInt({ min: 10n ** 16n, max: 10n ** 18n }).map((number) => String(BigInt(Number(number))).padStart(18, '0')),
  fc.double({ min: 1e8, max: 1e22, noNaN: true }).map((number) => number.toExponential(3).toUpperCase()),
  fc.double({ min: 1e17, max: 1e18, noNaN: true }).map((number) => String(Math.round(number / 1000) * 1000)),
  fc.tuple(digits, digits, fc.string({ unit: digits, minLength: 6, maxLength: 6 })).map(([a, b, body]) => {
    return `9${a}35${b}200M0${body}${a}${b}`;
  }),
  fc.constantFrom(
    '91350211M0000XUF46',
    '91350100M02B8NCQX5',
    '93350702M0336QKG00',
    '000000000000000000',
    '00000000000000000X',
  ),
  fc
    .tuple(
      fc.constantFrom(...'独合作外内'),
      fc.string({ unit: fc.constantFrom(...'京粤深总字第号一龥㐀1あＡ가'), maxLength: 7 }),
      fc.constantFrom('字', '字第', '第', ''),
      fc.string({ unit: digits, minLength: 2, maxLength: 7 }),
      fc.constantFrom('号', ''),
    )
    .map(([kind, places, word, number, end]) => `企${kind}${places}${word}${number}${end}`),
  fc
    .tuple(
      fc.string({ unit: digits, minLength: 6, maxLength: 6 }),
      fc.constantFrom('N', 'M', '1'),
      fc.string({ unit: letters, minLength: 7, maxLength: 7 }),
    )
    .map(([region, first, rest]) => `${region}${first}${rest}${organizationCheckByStandard(first + rest)}`),
  identityNumbers().map((number) => `${number.slice(0, 17)}${number.endsWith('X') ? '0' : 'X'}`),
);

/** Older numbers that the kernel counts by itself. */
const older = {
  'registration-number': 'registrationCount',
  'taxpayer-number': 'taxpayerCount',
  'organization-code': 'organizationCount',
} as const;

/** What the kernel says of a cell; null: it leaves it to the host. */
function decide(
  cell: string,
  text: string,
): { issue?: string; decision: number; region: number; keys: bigint[] } | null {
  const bytes = new TextEncoder().encode(`${text},a\n`);
  const inputAt = kernel.reserve(hashedAt + 1024) - 512;
  kernel.reserve(inputAt + bytes.length + 128);
  kernel.bytes().fill(0, freeAt, inputAt + bytes.length + 128);
  kernel.bytes().set(bytes, inputAt);
  kernel.configure({ ...createDialect(), flags: decideFlag });
  kernel.lookForLines(0);
  kernel.placeKeys(freeAt + 64, freeAt + 128, hashedAt, hashedAt + 64);
  kernel.scan(inputAt, inputAt + bytes.length, inputAt + bytes.length, 1);
  expect(kernel.read('rowCount'), cell).toBe(1);
  const events = kernel.events();
  const issue = Object.entries(older).find(([, count]) => kernel.read(count) === 1)?.[0];
  if (issue === undefined && (events.length !== eventFields || events[eventKindField] !== decidedEvent)) return null;
  const keys = new BigUint64Array(kernel.memory.buffer, hashedAt, kernel.read('hashedCount'));
  return {
    ...(issue === undefined ? {} : { issue }),
    decision: events[eventSlotField] ?? 0,
    region: events[eventRegionField] ?? 0,
    keys: [...keys],
  };
}

/** What the host would list a cell as. */
function listKeys(cell: string): bigint[] {
  const { isComparable, partition, normalized } = judge(cell);
  const before = kernel.read('hashedCount');
  expect(kernel.read('cleanCount'), cell).toBe(0);
  if (!isComparable) return [];
  const kind = { conforming: conformingKey, erroneous: erroneousKey, unconverted: unconvertedKey, missing: -1 }[
    partition
  ];
  expect(kernel.addText(textAt, kernel.writeText(normalized), 0, kind), cell).toBe(0);
  return [...new BigUint64Array(kernel.memory.buffer, hashedAt, before + 1)].slice(before);
}

test('the kernel decides as the decision table does, or leaves a cell to it', () => {
  let decided = 0;
  let asked = 0;
  const issues = new Set<string | null>();
  fc.assert(
    fc.property(written, fc.boolean(), (cell, isQuoted) => {
      const text = isQuoted ? quote(cell) : cell;
      if (!isQuoted && (/[",\r\n\0]/.test(cell) || decoder.decode(new TextEncoder().encode(cell)) !== cell)) return;
      if (cell.includes('\0') || /^[\r\n]*$/.test(cell)) return;
      asked++;
      const said = decide(cell, text);
      if (said === null) return;
      decided++;
      const judgement = judge(cell);
      expect(said.keys, cell).toEqual(listKeys(cell));
      if (said.issue !== undefined) {
        issues.add(said.issue);
        expect([said.issue, 'unconverted'], cell).toEqual([judgement.issue?.code, judgement.partition]);
        return;
      }
      const { marks, faults } = readDecision(said.decision, said.region);
      issues.add(marks.issue);
      expect(marks, cell).toEqual(marksOf(judgement));
      expect(faults, cell).toBe(judgement.isFormatted ? findWritingFaults(cell) : null);
    }),
    {
      numRuns: 30_000,
      examples: [
        ['0000 00.050', false],
        ['000.00-0005', false],
        ['050.x00000', false],
        ['＝050?x0', true],
        ['9E1-7', false],
        ['9.1-3E+17', false],
        ['110105210001010015', false],
        ['110105179912310016', false],
        ['110105202302290014', false],
        ['110105190002290017', false],
      ],
    },
  );
  expect(decided).toBeGreaterThan(asked / 3);
  const all = new Set([
    'charset',
    'check-digit',
    'identity-number',
    'length',
    'organization-check-digit',
    'organization-code',
    'pilot-era',
    'region-format',
    'registration-check-digit',
    'registration-number',
    'taxpayer-number',
    'spreadsheet-notation',
    null,
  ]);
  expect(issues).toEqual(all);
});
