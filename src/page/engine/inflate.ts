import { refuse } from '../../messages/refusal/index.ts';
import { pageUnpacking } from '../../tables/archive/unpack.ts';
import type { Inflating } from '../../tables/expansion.ts';
import { addToCrc32 } from '../../write/workbook/crc32.ts';
import { gunzip } from './gunzip.ts';

/** Workbooks whose reader is not in the page. */
const formats = { xls: 'Excel (.xls)', xlsb: 'Excel (.xlsb)', ods: 'OpenDocument (.ods)' };

/** What browsers unpack. */
export const pageInflating: Inflating = {
  inflateRaw: pageUnpacking.inflateRaw,
  gunzip,
  crc32: (bytes, before) => addToCrc32(before, bytes),
  loadCompound: async (kind) => (place) => {
    throw refuse('input', { kind: 'not-read', file: place.shown, format: formats[kind] });
  },
};
