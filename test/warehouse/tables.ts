import { existsSync, readFileSync } from 'node:fs';
import { type Shape, shapes } from '../../src/generate/options.ts';
import { generateRecords, readRecords } from '../generate/read.ts';
import type { TableRow } from './engines/load.ts';
import { listTraps } from './traps.ts';

/** Real registrations; they are not part of the project. */
const sample = new URL('../../../shared/data/real-registry-sample.csv', import.meta.url);
if (!existsSync(sample)) process.stdout.write('real-registry-sample.csv is not here: no engine is asked about it\n');

/** A line break in a code is one of the traps, but a file that ends its lines otherwise would read another one. */
const traps = listTraps().filter(({ code }) => !/[\r\n]/.test(code ?? ''));
const conforming = traps.filter(({ why }) => why === 'generated').map(({ code }) => code ?? '');

/**
 * The one case table of all engines.
 *
 *   traps         what engines trip over; some rows have no name, some no unit
 *   lower         101,000 rows in lower case with a hyphen: the engine tidies them first
 *   foreign       101,000 rows of which nothing is clean: all of them are fetched
 *   shape_…       what `uscc generate` makes, in each of its shapes, with damage, duplicates and suspects
 *   sample        36,739 real registrations
 */
export const caseTables: Record<string, () => TableRow[]> = {
  traps: () => traps.map(({ code }, index) => asRow(code, index)),
  lower: () => repeat(101_000, (index) => (conforming[index % 1_400] ?? '').toLowerCase().replace(/^(.{8})/, '$1-')),
  foreign: () => repeat(101_000, (index) => `「${(conforming[index % 1_400] ?? '').slice(0, 17)}」`),
  ...Object.fromEntries(shapes.map((shape) => [`shape_${shape}`, () => listShape(shape)])),
  ...(existsSync(sample) && { sample: listSample }),
};

function asRow(code: string | null, index: number): TableRow {
  const name = index % 11 === 0 ? null : `公司${index % 7}`;
  return [String(index), code, name, index % 3 === 0 ? null : `局${index % 5}`];
}

function repeat(count: number, codeOf: (index: number) => string): TableRow[] {
  return Array.from({ length: count }, (_, index) => asRow(codeOf(index), index));
}

function listShape(shape: Shape): TableRow[] {
  const { records } = generateRecords({ rows: 700, seed: 20, errors: 0.05, duplicates: 0.05, suspects: 0.02, shape });
  return records.map(([code = '', name = '', ...rest], index) => [String(index), code, name, rest[4] ?? '']);
}

function listSample(): TableRow[] {
  return readRecords(readFileSync(sample, 'utf8')).map(([code = '', name = '', ...rest], index) => [
    String(index),
    code,
    name,
    rest[2] ?? '',
  ]);
}
