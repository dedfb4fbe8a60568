import { formatCount } from '../numbers.ts';

/** How bytes are not what they claim to be: stands in brackets after the format, or follows the line. */
export const en = {
  'ends-early': () => 'it ends too early',
  checksum: () => 'its checksum is wrong',
  'directory-too-large': () => 'its directory is too large',
  'directory-cut-off': () => 'its directory is cut off',
  'end-missing': () => 'its end is missing',
  'end-damaged': () => 'its end is damaged',
  'entry-misplaced': ({ entry }: { entry: string }) => `entry ${entry} is not where the directory says`,
  'entry-cut-off': ({ entry }: { entry: string }) => `entry ${entry} is cut off`,
  'entry-overlap': ({ entry }: { entry: string }) => `entry ${entry} lies over another`,
  'entry-size': ({ entry, bytes, expected }: { entry: string; bytes: number; expected: number }) =>
    `entry ${entry} has ${formatCount(bytes)} bytes, not ${formatCount(expected)}`,
  'entry-checksum': ({ entry }: { entry: string }) => `entry ${entry} has a wrong checksum`,
  'packing-method': ({ method }: { method: number }) => `packing method ${method} is not known`,
  'part-missing': ({ part }: { part: string }) => `${part} is missing`,
  'part-too-large': () => 'a part of the workbook is too large',
  'row-order': ({ row, after }: { row: number; after: number }) => `row ${row} after row ${after}`,
  'column-order': ({ row, column, after }: { row: number; column: number; after: number }) =>
    `row ${row}: column ${column} after ${after}`,
  'no-shared-string': ({ index }: { index: number }) => `shared string ${index} does not exist`,
  'too-many-strings': () => 'more than 4 GiB of shared strings',
  'xml-open': () => 'XML: a tag or a text does not end',
  'xml-cut-off': () => 'XML: it is cut off',
  'xml-tag': () => 'XML: a tag within a tag',
  'too-many-columns': ({ count }: { count: number }) => `${formatCount(count)} columns`,
  'too-many-rows': ({ count }: { count: number }) => `a row group of ${formatCount(count)} rows`,
  'page-damaged': () => 'a page says that it holds more than its column does',
  'mixed-rows': () => 'objects and arrays are mixed',
  'unexpected-text': ({ text }: { text: string }) => `unexpected ${JSON.stringify(text)}`,
  'row-too-long': () => 'a row of more than 64 Mi characters',
  'nested-too-deep': () => 'nested too deep',
  /** What a library says of it, in English. */
  technical: ({ reason }: { reason: string }) => reason,
};
