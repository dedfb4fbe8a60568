import { UsccError } from '../code/error.ts';
import { maskIdentityNumbers } from '../code/mask.ts';
import type { Damage } from '../messages/damage/index.ts';
import { refuse } from '../messages/refusal/index.ts';
import type { WarningFacts } from '../messages/warning/index.ts';
import { BrokenError, RefusedError } from './broken.ts';
import { type ByteSource, readBytes, type SourceReference } from './byte-source.ts';
import { detectBytes, detectFormat, type SourceFormat } from './format.ts';
import type { Input } from './input.ts';
import { type Meter, measure, readPieces } from './pieces.ts';

/** Bytes that can be read here and by workers. */
export interface Held {
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
  write(pieces: AsyncIterable<Uint8Array>, expectedBytes?: number): Promise<Held>;
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
  loadCompound(): Promise<Expander>;
}

/** Something that is to become inputs. */
export interface Place extends Held {
  /** As it is shown: `a.zip#b.xlsx`. */
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
  /** What is to be closed when the run ends. */
  opened: { close(): void }[];
}

/** Something that turns a file into inputs. */
export type Expander = (place: Place, run: Expansion) => Promise<void>;

const depthLimit = 4;

/**
 * Turns a file into inputs of delimited text: one for a plain file, one for each sheet of a workbook and for each table of an
 * archive.
 *
 *   file ─ detect ─┬─ text ─────────────────────────▶ input
 *                  ├─ gzip, zip member ─ unpack ─▶ file … again, one deeper
 *                  └─ sheet, JSON, Parquet ─ convert ─▶ input
 *
 * @throws {UsccError} `input` when it cannot be read, or unpacks too far
 */
export async function expand(place: Place, run: Expansion): Promise<void> {
  const format = detectFormat(await readBytes(place.source, 0, detectBytes), place.shown);
  if (format === 'text') return addInput(place, run);
  if (place.depth >= depthLimit) throw refuse('input', { kind: 'too-deep', file: place.shown, limit: depthLimit });
  const expander = await findExpander(format, place, run);
  try {
    await expander(place, run);
  } finally {
    place.close();
    place.remove();
  }
}

/** Readers of formats are loaded when there is something for them to read. */
async function findExpander(
  format: Exclude<SourceFormat, 'text'>,
  place: Place,
  { inflating }: Expansion,
): Promise<Expander> {
  if (typeof format !== 'string') {
    const file = place.shown;
    throw refuse(
      'input',
      'table' in format
        ? { kind: 'not-read', file, format: format.table }
        : { kind: 'not-unpacked', file, format: format.archive },
    );
  }
  switch (format) {
    case 'gzip':
      return expandGzip;
    case 'zip':
      return (await import('./archive/expand-zip.ts')).expandZip;
    case 'json':
      return (await import('./json/expand-json.ts')).expandJson;
    case 'parquet':
      return (await import('./parquet/expand-parquet.ts')).expandParquet;
    case 'compound':
      return inflating.loadCompound();
    case 'html':
      return (await import('./markup/held-tables.ts')).expandHtml;
    case 'mhtml':
      return (await import('./markup/held-tables.ts')).expandMhtml;
    case 'sql':
      return (await import('./markup/held-tables.ts')).expandSql;
    case 'sylk':
      return (await import('./markup/held-tables.ts')).expandSylk;
    case 'xml-workbook':
      return (await import('./markup/held-tables.ts')).expandXmlWorkbook;
  }
}

/** The file itself, or what has been made of it, is an input. */
export function addInput(place: Place, run: Expansion, table?: Input['table']): void {
  const { source, reference, bytes } = place;
  run.opened.push(place);
  // Files, sheets and members of archives may be called by somebody's ID number.
  const path = maskIdentityNumbers(place.shown);
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
  place: Omit<Place, keyof Held>,
  run: Expansion,
  kind: string,
  expectedBytes?: number,
): Promise<Place> {
  try {
    return { ...place, ...(await run.spool.write(pieces, expectedBytes)) };
  } catch (error) {
    throw describeDamage(error, place.shown, kind, run);
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

const expandGzip: Expander = async (place, run) => {
  const packed = readPieces(place.source, 0, place.source.size, run.meter);
  const pieces = measure(run.inflating.gunzip(packed), place.spend);
  const unpacked = await spoolPieces(pieces, { ...place, depth: place.depth + 1 }, run, 'gzip');
  await expand(unpacked, run);
};

/** What an expansion starts with. */
export function createExpansion(
  parts: Pick<Expansion, 'sheet' | 'records' | 'spool' | 'inflating' | 'meter' | 'signal'>,
): Expansion {
  return { ...parts, inputs: [], warnings: [], opened: [] };
}
