import { CFB, read, set_cptable } from '@e965/xlsx';
import { pageUnpacking } from '../../tables/archive/unpack.ts';
import type { Inflating } from '../../tables/expansion.ts';
import { codePages } from '../../tables/workbook/code-pages.ts';
import { createXlsExpander } from '../../tables/workbook/xls-workbook.ts';
import { addToCrc32 } from '../../write/workbook/crc32.ts';
import { gunzip } from './gunzip.ts';

/** What browsers unpack. */
export const pageInflating: Inflating = {
  inflateRaw: pageUnpacking.inflateRaw,
  gunzip,
  crc32: (bytes, before) => addToCrc32(before, bytes),
  async loadCompound() {
    set_cptable(codePages);
    return createXlsExpander({ read, CFB }, 'Excel');
  },
};
