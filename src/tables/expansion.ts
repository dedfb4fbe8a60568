import { maskIdentityNumbers } from '../code/cell/mask.ts';
import { UsccError } from '../code/error.ts';
import type { Damage } from '../messages/damage/index.ts';
import { refuse } from '../messages/refusal/index.ts';
import type { WarningFacts } from '../messages/warning/index.ts';
import type { Unpacking } from './archive/unpack.ts';
import { BrokenError, RefusedError } from './broken.ts';
import type { ByteSource, SourceReference } from './byte-source.ts';
import type { Input } from './input.ts';
import { type Meter, readPieces } from './pieces.ts';

/** Bytes that can be read here and by workers. */
export interface StoredBytes {
  source: ByteSource;
  reference: SourceReference;
  close(): void;
  /** Gives up what was spooled, once something else has been made of it; leaves alone what the caller named. */
  remove(): void;
}

/** Where bytes go that are not delimited text already: a temporary folder, a Blob. */
export interface Spool {
  /**
   * Keeps pieces.
   *
   * @param expectedBytes what they will come to, where that is known: then space is looked for first
   * @throws {UsccError} `output` when there is no room for them
   */
  write(pieces: AsyncIterable<Uint8Array>, expectedBytes?: number): Promise<StoredBytes>;
}

/** What the platform does about packed bytes. */
export interface Inflating {
  /** Undoes raw deflate. */
  inflateRaw(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** Unpacks gzip, all its members. */
  gunzip(pieces: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array>;
  /** CRC-32 of bytes that follow others of that CRC-32. */
  crc32(bytes: Uint8Array, before: number): number;
  /** The reader of .xls, where there is one. */
  loadCompound(kind: 'xls' | 'xlsb' | 'ods'): Promise<Expander>;
}

/** A file on its way to becoming inputs: one that was named, or what has been unpacked or converted from one. */
export interface SourceFile extends StoredBytes {
  /** As it is shown: `a.zip#b.xlsx`. ID numbers in the name of what was named are masked already. */
  shown: string;
  /** Size of what was named or packed. */
  bytes: number;
  /** Archives it came out of. */
  depth: number;
  /** Told of all that is unpacked or converted out of the file that was named; throws when that is too much. */
  spend: Meter;
}

/** What expanding takes, and what it brings. */
export interface Expansion {
  /** A sheet's name, or its number from 1; all of them when absent. */
  sheet: string | number | undefined;
  /** Where the records of JSON stand, as the caller says. */
  records: string | undefined;
  spool: Spool;
  inflating: Inflating;
  /** Told of every byte read of what has to be spooled. */
  meter: Meter;
  signal: AbortSignal | undefined;
  inputs: Input[];
  /** What was passed over on the way. */
  warnings: WarningFacts[];
  /** Members of archives that could not be read: the others were. */
  failures: UsccError[];
  /** What is to be closed when the run ends. */
  opened: { close(): void }[];
}

/** Turns a file into inputs of a run; what was packed in it goes to `expandMember`. */
export type Expander = (file: SourceFile, run: Expansion, expandMember: ExpandMember) => Promise<void>;
export type ExpandMember = (file: SourceFile, run: Expansion) => Promise<void>;

/** What an expansion starts with. */
export function createExpansion(
  parts: Pick<Expansion, 'sheet' | 'records' | 'spool' | 'inflating' | 'meter' | 'signal'>,
): Expansion {
  return { ...parts, inputs: [], warnings: [], failures: [], opened: [] };
}

/** The file itself, or what has been made of it, is an input. */
export function addInput(file: SourceFile, run: Expansion, table?: Input['table']): void {
  const { source, reference, bytes } = file;
  run.opened.push(file);
  // Sheets and members of archives, too, may be called by somebody's ID number.
  const path = file.depth === 0 ? file.shown : maskIdentityNumbers(file.shown);
  const sheet = table?.sheet === undefined ? {} : { sheet: maskIdentityNumbers(table.sheet) };
  run.inputs.push({
    path,
    source,
    reference,
    bytes,
    ...(table === undefined ? {} : { table: { ...table, ...sheet } }),
  });
}

/** Writes pieces to the spool; damage is told from a lack of space. */
export async function spoolPieces(
  pieces: AsyncIterable<Uint8Array>,
  file: Omit<SourceFile, keyof StoredBytes>,
  run: Expansion,
  kind: string,
  expectedBytes?: number,
): Promise<SourceFile> {
  try {
    return { ...file, ...(await run.spool.write(pieces, expectedBytes)) };
  } catch (error) {
    throw describeDamage(error, file.shown, kind, run);
  }
}

/** What a library or the platform says of broken bytes, as an error of ours. */
export function describeDamage(error: unknown, shown: string, format: string, run: Expansion): unknown {
  if (error instanceof UsccError || run.signal?.aborted) return error;
  if (error instanceof RefusedError) {
    if (error.why === 'size') {
      return refuse('input', { kind: 'too-large-format', file: shown, format, limit: 1_000_000 }, { cause: error });
    }
    const kind = error.why === 'password' ? 'is-encrypted' : 'has-doctype';
    return refuse('input', { kind, file: shown }, { cause: error });
  }
  return refuse('input', { kind: 'is-broken', file: shown, format, damage: readDamage(error) }, { cause: error });
}

/** What is wrong with bytes, by the error that reading them ended with: ours, that of zlib, or that of some library. */
function readDamage(error: unknown): Damage {
  if (error instanceof BrokenError) return error.damage;
  const { code } = error as { code?: unknown };
  if (code === 'Z_BUF_ERROR') return { kind: 'ends-early' };
  return { kind: 'technical', reason: error instanceof Error ? error.message : String(error) };
}

/** What unpacking an archive takes, here. */
export function createUnpacking({ meter, inflating }: Expansion, spend: Meter): Unpacking {
  return {
    readPieces: (source, from, to) => readPieces(source, from, to, meter),
    inflateRaw: inflating.inflateRaw,
    crc32: inflating.crc32,
    spend,
  };
}
