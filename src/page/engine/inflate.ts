import { UsccError } from '../../code/error.ts';
import type { Inflating } from '../../expand/expand.ts';
import { addToCrc32 } from '../../report/workbook/crc32.ts';
import { pageUnpacking } from '../../tables/unpack.ts';
import { gunzip } from './gunzip.ts';

/** What browsers unpack. */
export const pageInflating: Inflating = {
  inflateRaw: pageUnpacking.inflateRaw,
  gunzip,
  crc32: (bytes, before) => addToCrc32(before, bytes),
  loadCompound: async () => (place, run) => {
    throw new UsccError('input', run.messages.needsXlsLibrary(place.shown));
  },
};
