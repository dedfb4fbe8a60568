import { CFB, utils, write } from '@e965/xlsx';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBiffCells } from '../../../src/tables/workbook/biff-cells.ts';

test('cells of an .xls are counted without reading it', () => {
  const cell = fc.oneof(
    fc.constant(null),
    fc.integer(),
    fc.double({ noNaN: true }),
    fc.boolean(),
    fc.constant('某公司'),
  );
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { minLength: 1, maxLength: 8 }),
      fc.constantFrom('biff8' as const, 'biff5' as const),
      (rows, bookType) => {
        const book = utils.book_new();
        utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'S');
        const container = CFB.read(write(book, { type: 'buffer', bookType }) as Buffer, { type: 'buffer' });
        const stream = (CFB.find(container, 'Workbook') ?? CFB.find(container, 'Book'))?.content ?? [];
        const count = rows.flat().filter((value) => value !== null).length;
        expect(countBiffCells(stream, 1000)).toBe(count);
        if (count > 2) expect(countBiffCells(stream, 1)).toBe(2);
      },
    ),
    { numRuns: 50 },
  );
});
