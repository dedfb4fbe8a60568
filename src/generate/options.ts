import { UsccError } from '../code/error.ts';
import { type OutputEncoding, outputEncodings } from '../write/encoder.ts';

/** How the rows are written. */
export const shapes = [
  'plain',
  'quoted',
  'tab',
  'apostrophe',
  'crlf',
  'lower',
  'loose',
  'legacy',
  'twice',
  'mixed',
  'multiline',
] as const;
export type Shape = (typeof shapes)[number];

/** `full`: eight columns, about 155 bytes a row in UTF-8; `code-name`: two columns, about 60. */
export const columnSets = ['full', 'code-name'] as const;
export type ColumnSet = (typeof columnSets)[number];

/** What was done to one record. */
export interface TruthEntry {
  /** Record number, from 1. */
  row: number;
  /** The issue code of the damage, `duplicate-conflicting`, `duplicate-repeated`, or `suspect-` and what is suspicious. */
  kind: string;
  /** The right code, the value that this record repeats, or the code of the entity that it enters once more. */
  before: string;
  /** The code cell as a reader sees it. */
  after: string;
}

export interface GenerateOptions {
  /** Records to write, up to 10^10. Default 1000. */
  rows?: number;
  /** Whole number; the same seed and options give the same bytes. Default 1. */
  seed?: number;
  /** Share of records whose code is damaged, 0–1; above 0 at least one record is. Default 0. */
  errors?: number;
  /** Share of records that repeat the code of an earlier record, 0–1; above 0 at least one does. Default 0. */
  duplicates?: number;
  /** Share of records that enter an earlier entity once more under another code or name, 0–1. Default 0. */
  suspects?: number;
  shape?: Shape;
  encoding?: OutputEncoding;
  columns?: ColumnSet;
  /** Size of the chunks, before encoding; the bytes do not depend on it. Default 1 MiB. */
  chunkBytes?: number;
  /** Called for every damaged or duplicate record, in file order. */
  onTruth?(entry: TruthEntry): void;
}

export type ResolvedOptions = Required<Omit<GenerateOptions, 'onTruth'>> & Pick<GenerateOptions, 'onTruth'>;

/** More rows than this would run out of codes. */
export const maximumRows = 10_000_000_000;

/**
 * Fills in what is absent and refuses what cannot be.
 *
 * @throws {UsccError} `usage`
 */
export function resolveOptions(options: GenerateOptions): ResolvedOptions {
  const resolved: ResolvedOptions = {
    rows: 1000,
    seed: 1,
    errors: 0,
    duplicates: 0,
    suspects: 0,
    shape: 'plain',
    encoding: 'utf-8',
    columns: 'full',
    chunkBytes: 1 << 20,
    ...options,
  };
  const { rows, seed, errors, duplicates, suspects } = resolved;
  requireThat(isCount(rows) && rows <= maximumRows, 'rows', 'a whole number up to 10000000000', rows);
  requireThat(isCount(seed), 'seed', 'a whole number from 0', seed);
  requireThat(errors >= 0 && errors <= 1, 'errors', 'a share between 0 and 100%', errors);
  requireThat(duplicates >= 0 && duplicates <= 1, 'duplicates', 'a share between 0 and 100%', duplicates);
  requireThat(suspects >= 0 && suspects <= 1, 'suspects', 'a share between 0 and 100%', suspects);
  const problems = errors + duplicates + suspects;
  requireThat(problems <= 1, 'errors, duplicates and suspects', 'at most 100% together', problems);
  requireOneOf('shape', shapes, resolved.shape);
  requireOneOf('encoding', outputEncodings, resolved.encoding);
  requireOneOf('columns', columnSets, resolved.columns);
  requireThat(isCount(resolved.chunkBytes), 'chunkBytes', 'a whole number from 0', resolved.chunkBytes);
  return resolved;
}

function isCount(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function requireOneOf(name: string, known: readonly string[], value: string): void {
  requireThat(known.includes(value), name, `one of ${known.join(', ')}`, value);
}

function requireThat(holds: boolean, name: string, wanted: string, value: number | string): void {
  if (!holds) throw new UsccError('usage', `${name}: not ${wanted}: ${value}`);
}
