import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { maskCell } from '../../../src/code/cell/mask.ts';
import { normalize } from '../../../src/code/cell/normalize.ts';
import { scanCases } from './cases.ts';
import { createDialect, createKernelReader, type Reader, readByReference } from './readers.ts';

const readers: [string, Reader][] = [
  ['reference', readByReference],
  ['kernel, one range', createKernelReader(1 << 24)],
  ['kernel, 1-byte ranges', createKernelReader(1)],
  ['kernel, 7-byte ranges', createKernelReader(7)],
  ['kernel, 64-byte ranges', createKernelReader(64)],
];

describe.each(readers)('%s', (reader, read) => {
  test.each(scanCases)('$name', async ({ text, records, lines, blankRows = 0, openQuotes = [], glued = [] }) => {
    // 1-byte ranges over 70,000 bytes prove nothing that shorter texts do not.
    if (reader.includes('-byte') && text.length > 10_000) return;
    for (const [codeColumn, nameColumn] of [
      [0, 1],
      [1, 0],
    ] as const) {
      const reading = await read(new TextEncoder().encode(text), createDialect({ codeColumn, nameColumn }));
      expect(reading).toEqual({
        records: records.map((cells, index) => [
          normalize(cells[codeColumn] ?? ''),
          maskCell(cells[nameColumn] ?? ''),
          lines?.[index] ?? index + 1,
        ]),
        blankRows,
        openQuotes,
        glued,
        raggedCount: records.filter((cells) => cells.length !== 2).length,
      });
    }
  });
});

test.each(scanCases)(
  'kernel: $name, behind even text',
  async ({ text, records, lines, openQuotes = [], glued = [] }) => {
    const before = 400;
    for (const even of ['a,b\n', 'a,b\r\n', '甲乙丙丁戊己庚辛,壬癸\n']) {
      const bytes = new TextEncoder().encode(even.repeat(before) + text);
      const reading = await createKernelReader(1 << 24)(bytes, createDialect());
      const [code = '', name = ''] = even.trim().split(',');
      const evenRecords = Array.from({ length: before }, (_, line) => [normalize(code), name, line + 1]);
      const caseRecords = records.map(([first = '', second = ''], index) => [
        normalize(first),
        maskCell(second),
        before + (lines?.[index] ?? index + 1),
      ]);
      expect(reading.records).toEqual([...evenRecords, ...caseRecords]);
      expect(reading.openQuotes).toEqual(openQuotes.map((line) => before + line));
      expect(reading.glued).toEqual(glued.map((line) => before + line));
    }
  },
);

describe('kernel and reference read the same records', () => {
  test('where the bytes read ahead of a range end inside a CRLF', async () => {
    // A 64-byte range reads 4096 bytes ahead: this record's CR is the last of them, its LF the first that is not.
    for (const length of [4158, 4159, 4160, 4161]) {
      const text = `${'y'.repeat(59)}\n${'x'.repeat(length - 60)}\r\na,b\r\nc,d\r\n`;
      const bytes = new TextEncoder().encode(text);
      const expected = await readByReference(bytes, createDialect());
      expect(await createKernelReader(64)(bytes, createDialect()), `CR at ${length}`).toEqual(expected);
    }
  });

  const piece = fc.constantFrom(
    '"',
    '""',
    ',',
    ',',
    '\n',
    '\r',
    '\r\n',
    '\0',
    'a',
    '"a"',
    '中',
    ' ',
    '91350100M000100Y43',
    '\t',
    'é',
  );
  const text = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''));

  test('at every range width, of any text', async () => {
    await fc.assert(
      fc.asyncProperty(text, fc.constantFrom(0, 1, 2), async (content, codeColumn) => {
        const bytes = new TextEncoder().encode(content);
        const dialect = createDialect({ codeColumn, nameColumn: (codeColumn + 1) % 3, columnCount: 3 });
        const expected = await readByReference(bytes, dialect);
        for (const rangeBytes of [1, 2, 3, 5, 8, 13, 64, 1 << 20]) {
          expect(await createKernelReader(rangeBytes)(bytes, dialect), `ranges of ${rangeBytes}`).toEqual(expected);
        }
      }),
      { numRuns: 400 },
    );
  });
});
