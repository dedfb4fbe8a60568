import type { Input } from '../../tables/input.ts';
import type { ScanOptions } from '../options.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import type { FilePlan } from './file-plan.ts';
import { isTellingHeader } from './lines/telling-records.ts';
import { sampleRecords } from './text/beginning.ts';
import { factCount, isCleanCell, isPlainText, placeHead, placeRecords } from './text/head.ts';
import type { Writing } from './text/writing.ts';

/*
 * Files of one system begin alike. Where the first line is that of a file that was understood before, and plain records,
 * the first with a clean code, stand under it, the plan follows from that line alone, and is the same again:
 *
 *   统一社会信用代码,企业名称,…      the same bytes
 *   91310000MA1FL1XX0A,甲公司,…    a clean code
 *   …                              no quote, no other delimiter, no control character
 */

/** A plan, the line it follows from, and what the caller asked for beside it. */
interface Known {
  header: Uint8Array;
  unitColumn: ScanOptions['unitColumn'];
  /** Without what was read, which may be large. */
  plan: Omit<FilePlan, 'path' | 'input' | 'original' | 'bytes'>;
}

const known: Known[] = [];
const mostKnown = 16;
/** Where its cells are counted among the facts of a record. */
const cellsFact = 3;
/** What is not text shows in so many bytes. */
const textBytes = 16 << 10;

/** The first bytes of a file, and how its characters are written. */
export interface FirstBytes {
  original: Input;
  first: Uint8Array;
  writing: Writing;
}

/** The plan of a file that begins as one did before; null: it has to be looked at. */
export function recallPlan(kernel: Kernel, file: FirstBytes, options: ScanOptions): FilePlan | null {
  if (!isPlainCase(file, options)) return null;
  const { original, first } = file;
  const found = known.find(({ header, unitColumn }) => unitColumn === options.unitColumn && startsWith(first, header));
  if (found === undefined || !isPlainBeginning(kernel, file, found.plan.dialect)) return null;
  const { plan } = found;
  const bytes = original.bytes ?? original.source.size;
  return { ...plan, dialect: { ...plan.dialect }, path: original.path, input: original, original, bytes };
}

/** Keeps a plan that follows from the first line alone. */
export function keepPlan(kernel: Kernel, file: FirstBytes, options: ScanOptions, plan: FilePlan): void {
  const { header, headerLine, titleCount, skipped, warnings, dialect } = plan;
  if (!isPlainCase(file, options) || header === null || !isTellingHeader(header)) return;
  if (headerLine !== 1 || titleCount > 0 || skipped.length > 0 || warnings.length > 0 || dialect.linesBefore !== 1)
    return;
  const line = file.first.slice(0, dialect.dataAt);
  // ASCII alone leaves open what the rest is.
  if (line.every((byte) => byte < 0x80) || !isPlainBeginning(kernel, file, dialect)) return;
  if (known.length === mostKnown) known.shift();
  const { path, input, original, bytes, ...rest } = plan;
  known.push({ header: line, unitColumn: options.unitColumn, plan: { ...rest, dialect: { ...dialect } } });
}

/** A file that is read as it is, of which nobody says how. */
function isPlainCase({ original, writing }: FirstBytes, options: ScanOptions): boolean {
  const { encoding, delimiter, isEscaped, header, codeColumn, nameColumn } = options;
  return (
    original.table === undefined &&
    writing.encoding === 'utf-8' &&
    !writing.isOpen &&
    !writing.isMixed &&
    (encoding === undefined || encoding === 'auto') &&
    [delimiter, isEscaped, header, codeColumn, nameColumn].every((option) => option === undefined)
  );
}

function isPlainBeginning(
  kernel: Kernel,
  { original, first, writing }: FirstBytes,
  { delimiter, codeColumn, dataAt }: FilePlan['dialect'],
): boolean {
  const text = first.subarray(writing.markBytes);
  const isWhole = first.length >= original.source.size;
  placeHead(kernel, text);
  const { facts, positions } = placeRecords(kernel, text, delimiter, isWhole, sampleRecords);
  const count = facts.length / factCount;
  if (count < 2 || facts[0] !== dataAt - writing.markBytes || (count < sampleRecords && !isWhole)) return false;
  const end = count < sampleRecords ? text.length : (facts.at(-factCount) ?? 0);
  if (!isPlainText(kernel, Math.max(end, Math.min(textBytes, text.length)), delimiter)) return false;
  // Further records change nothing of how such a file is understood, see `findTelling`.
  const at = ((facts[cellsFact] ?? 0) + codeColumn) * 2;
  return (
    codeColumn < (facts[factCount + cellsFact] ?? 0) && isCleanCell(kernel, positions[at] ?? 0, positions[at + 1] ?? 0)
  );
}

function startsWith(bytes: Uint8Array, beginning: Uint8Array): boolean {
  for (let at = 0; at < beginning.length; at++) if (bytes[at] !== beginning[at]) return false;
  return true;
}
