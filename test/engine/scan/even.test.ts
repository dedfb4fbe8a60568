import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventLimit, explainFlag, freeAt, listMissingFlag } from '../../../src/engine/scan/kernel/contract.ts';
import { createKernel } from '../../../src/engine/scan/kernel/kernel.ts';
import { placeUnits, type UnitList } from '../../../src/engine/scan/units.ts';

/*
 * Even stretches are read by counting marks, all else block by block. What is asked for less than 256 bytes at a time is never tried as
 * even, so the same text read in small steps says what the block loop makes of it.
 */

const kernel = createKernel();

interface Settings {
  delimiter: string;
  columnCount: number;
  codeColumn: number;
  unitColumn: number;
  flags: number;
}

/** Everything a scan leaves behind. */
interface Scanned {
  counters: Record<string, number>;
  cleanKeys: bigint[];
  cleanRows: number[];
  hashedKeys: bigint[];
  hashedRows: number[];
  events: number[];
  units: UnitList;
}

const counters = [
  'rowCount',
  'lineCount',
  'blankRows',
  'missingCount',
  'registrationCount',
  'taxpayerCount',
  'organizationCount',
  'shortRows',
  'longRows',
  'openQuotes',
] as const;

/** Reads all of `text`, asking for records that start in the next `stepBytes` each time. */
function scanInSteps(text: string, stepBytes: number, { delimiter, unitColumn, ...settings }: Settings): Scanned {
  const bytes = new TextEncoder().encode(text);
  const room = bytes.length + 8;
  const keysAt = freeAt;
  const rowsAt = keysAt + room * 8;
  const hashedAt = (rowsAt + room * 4 + 7) & ~7;
  const hashedRowsAt = hashedAt + room * 8;
  kernel.configure({ ...settings, delimiter: delimiter.charCodeAt(0), nameColumn: 0 });
  kernel.lookForLines(0);
  kernel.skipLines(0);
  kernel.readEscapes(0, settings.columnCount);
  kernel.placeKeys(keysAt, rowsAt, hashedAt, hashedRowsAt);
  const layout = { column: unitColumn, at: hashedRowsAt + room * 4, records: room, pickedAt: 0 };
  const units = placeUnits(kernel, layout);
  const at = units.endAt + 64;
  const to = at + bytes.length;
  kernel.reserve(to + 128);
  kernel.bytes().fill(0, at - 64, at);
  kernel.bytes().set(bytes, at);
  kernel.bytes().fill(0, to, to + 128);
  const events: number[] = [];
  for (let position = at; position < to; ) {
    position = kernel.scan(position, Math.min(to, position + stepBytes), to, 1);
    events.push(...kernel.events());
    kernel.clearEvents();
  }
  const { buffer } = kernel.memory;
  const cleanCount = kernel.read('cleanCount');
  const hashedCount = kernel.read('hashedCount');
  return {
    counters: Object.fromEntries(counters.map((name) => [name, kernel.read(name)])),
    cleanKeys: [...new BigUint64Array(buffer, keysAt, cleanCount)],
    cleanRows: [...new Uint32Array(buffer, rowsAt, cleanCount)],
    hashedKeys: [...new BigUint64Array(buffer, hashedAt, hashedCount)],
    hashedRows: [...new Uint32Array(buffer, hashedRowsAt, hashedCount)],
    events,
    units: units.list(),
  };
}

const code = '91350100M000100Y43';
const plain: Settings = { delimiter: ',', columnCount: 3, codeColumn: 0, unitColumn: -1, flags: 0 };

const cell = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(code, '91350211M0000XUF46', '甲公司', '局', 'x') },
  {
    weight: 2,
    arbitrary: fc.constantFrom('', '440301103097413', '91350100M000100Y44', 'MA0000005', ' ', '中'.repeat(40)),
  },
);
const oddities = [
  '"',
  '"a"',
  '"a,b"',
  '"a\n"',
  ',',
  '\n',
  '\r',
  '\r\n',
  ',\n',
  '\n,',
  '\r\r\n',
  '\0',
  'y,'.repeat(70),
  'x'.repeat(5000),
  '\n'.repeat(70),
];

/** Text that is even but for a few places, and its settings. */
const trials = fc
  .record({
    delimiter: fc.constantFrom(',', '\t', '|', '*', '-'),
    columnCount: fc.constantFrom(1, 2, 3, 9),
    codeColumn: fc.constantFrom(0, 0, 1, 2, 10),
    unitColumn: fc.constantFrom(-1, -1, 0, 1, 12),
    flags: fc.constantFrom(0, explainFlag, explainFlag | listMissingFlag),
    lineBreak: fc.constantFrom('\n', '\n', '\r\n', '\r'),
    cells: fc.array(cell, { minLength: 1, maxLength: 40 }),
    rows: fc.integer({ min: 10, max: 600 }),
    odd: fc.array(fc.tuple(fc.nat(20_000), fc.constantFrom(...oddities)), { maxLength: 4 }),
  })
  .map(({ lineBreak, cells, rows, odd, ...settings }) => {
    let at = 0;
    const take = (): string => cells[at++ % cells.length] ?? '';
    const lines = Array.from({ length: rows }, () =>
      Array.from({ length: settings.columnCount }, take).join(settings.delimiter),
    );
    let text = lines.join(lineBreak) + lineBreak;
    for (const [place, piece] of odd) {
      const from = place % (text.length + 1);
      text = text.slice(0, from) + piece.replaceAll(',', settings.delimiter) + text.slice(from);
    }
    return { text, settings };
  });

test('even stretches are read as block by block, whatever stands in them', () => {
  fc.assert(
    fc.property(trials, fc.constantFrom(300, 5000, 1 << 20), ({ text, settings }, stepBytes) => {
      expect(scanInSteps(text, stepBytes, settings)).toEqual(scanInSteps(text, 100, settings));
    }),
    { numRuns: 1500 },
  );
});

test.each([
  ['a cell too many and one too few', `${code},a\n${code},a,b,c\n`],
  ['a quote for a delimiter', `${code},a"b\n`],
  ['a quoted delimiter for one that lacks', `${code},"a,b"\n`],
  ['a line break for a delimiter', `${code}\na,b\n`],
  ['CR for LF', `${code},a,b\r`],
  ['CRLF among LF', `${code},a,b\r\n`],
  ['an empty line', '\n'],
  ['two of them and four cells', `\n\n${code},a,b,c\n`],
])('%s, in even text', (_, odd) => {
  const even = `${code},甲,乙\n`;
  for (let before = 0; before < 200; before += 3) {
    const text = even.repeat(before) + odd + even.repeat(400);
    expect(scanInSteps(text, 1 << 20, plain)).toEqual(scanInSteps(text, 100, plain));
  }
});

test('a scan ends when its table of events is full, in even text too', () => {
  const text = 'x,a,b\n'.repeat(eventLimit + 500);
  const settings = { ...plain, flags: explainFlag };
  const scanned = scanInSteps(text, 1 << 20, settings);
  expect(scanned.counters.rowCount).toBe(eventLimit + 500);
  expect(scanned).toEqual(scanInSteps(text, 100, settings));
});
