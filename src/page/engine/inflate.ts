import { refuse } from '../../messages/refusal/index.ts';
import { pageUnpacking } from '../../tables/archive/unpack.ts';
import type { Inflating } from '../../tables/expansion.ts';
import { addToCrc32 } from '../../write/workbook/crc32.ts';
import { gunzip } from './gunzip.ts';

/** What browsers unpack. */
export const pageInflating: Inflating = {
  inflateRaw: pageUnpacking.inflateRaw,
  gunzip,
  crc32: (bytes, before) => addToCrc32(before, bytes),
  loadCompound: async () => (place) => {
    throw refuse('input', { kind: 'needs-xls-library', file: place.shown, remedies: [{ kind: 'xls-package' }] });
  },
};
