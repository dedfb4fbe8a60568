import { type Unpacking, unpackEntry } from '../../../tables/archive/unpack.ts';
import { findEntryData, readZipDirectory, type ZipEntry } from '../../../tables/archive/zip-directory.ts';
import { BrokenError } from '../../../tables/broken.ts';
import type { ByteSource } from '../../../tables/byte-source.ts';
import { foldPath, openWorkbook } from '../../../tables/workbook/xlsx-workbook.ts';
import type { Write } from '../../write.ts';
import { type Archive, createArchive } from '../archive.ts';
import { createPackedText } from '../packed-text.ts';
import type { Packing } from '../packing.ts';
import { createSheetNames } from '../sheet-names.ts';
import { type ChangesSheet, writeChanges } from './changes-sheet.ts';
import { editSheet } from './edit-sheet.ts';
import { createStyleEditor } from './edit-styles.ts';
import { createMergedHeirs } from './merged-heirs.ts';
import { createRowShift, type RowShift } from './row-shift.ts';
import type { FinishedEdits } from './table-edits.ts';
import {
  editContentTypes,
  editRelations,
  editWorkbookPart,
  moveSheetPart,
  type WorkbookChange,
} from './workbook-parts.ts';

/** What becomes of one sheet. */
export interface SheetChange {
  edits: FinishedEdits;
  /** Columns, from 0, whose long numbers become text. */
  textColumns: number[];
}

/** A workbook to be edited. */
export interface WorkbookJob {
  source: ByteSource;
  unpacking: Unpacking;
  packing: Packing;
  /** By the name of the sheet; other sheets stay as they are. */
  sheets: Map<string, SheetChange>;
  /** A list of what was changed, on a sheet of its own at the end. */
  changes: ChangesSheet | null;
  write: Write;
}

const relationId = 'rIdUsccChanges';
const stylesRelationId = 'rIdUsccStyles';

/**
 * Writes a workbook again with some of its cells, rows and columns changed: everything else is copied, parts that have no edit
 * as they are packed.
 *
 *   archive ─ entry ─┬─ a sheet with edits ─▶ editSheet ─▶ packed
 *                    ├─ tables, comments, drawings of a sheet whose rows moved ─▶ moved
 *                    ├─ styles, lists of parts ─▶ at the end
 *                    └─ anything else ─▶ copied, packed as it is
 *
 * @throws {BrokenError} when the workbook is damaged; whatever `write` throws
 */
export async function editWorkbook(job: WorkbookJob): Promise<void> {
  const { source, unpacking } = job;
  const entries = (await readZipDirectory(source)).filter(({ isFolder }) => !isFolder);
  const workbook = await openWorkbook(source, entries, unpacking);
  const { parts } = workbook;
  if (parts === undefined) throw new BrokenError({ kind: 'part-missing', part: 'xl/workbook.xml' });
  const find = (path: string): ZipEntry | undefined => entries.find(({ name }) => foldPath(name) === foldPath(path));
  const readText = async (path: string | null): Promise<string | null> => {
    const entry = path === null ? undefined : find(path);
    return entry === undefined ? null : readAll(unpackEntry(source, entry, unpacking));
  };
  const styles = createStyleEditor(await readText(parts.styles));
  const archive = createArchive(job.write);
  const edited = new Map<string, { name: string; change: SheetChange; shift: RowShift }>();
  const change: WorkbookChange = {
    sheet: null,
    dropped: entries.map(({ name }) => name).filter((name) => /(?:calcChain\.xml|vbaProject\w*\.bin)$/i.test(name)),
    shifts: new Map(),
    addsStyles: parts.styles === null,
  };
  /** Parts of sheets whose rows move. */
  const moved = new Map<string, RowShift>();
  for (const [index, { name, part }] of workbook.sheets.entries()) {
    const own = job.sheets.get(name);
    if (own === undefined || part === undefined) continue;
    const shift = createRowShift(own.edits.removed, name);
    edited.set(foldPath(part), { name, change: own, shift });
    if (!shift.hasMoved) continue;
    change.shifts.set(index, shift);
    const relations = (await readText(part.replace(/([^/]*)$/, '_rels/$1.rels'))) ?? '';
    for (const [, target = ''] of relations.matchAll(/\sTarget="([^"]*)"/g)) moved.set(resolve(part, target), shift);
  }
  const late = new Set(
    [parts.workbook, parts.relations, parts.styles ?? '', '[Content_Types].xml', ...change.dropped].map(foldPath),
  );
  for (const entry of entries) {
    const path = foldPath(entry.name);
    if (late.has(path)) continue;
    const sheet = edited.get(path);
    const shift = moved.get(path);
    if (sheet !== undefined) {
      const text = createPackedText(job.packing);
      const tail = sheet.shift.hasMoved ? await readTail(unpackEntry(source, entry, unpacking)) : '';
      const heirs = createMergedHeirs(tail, sheet.shift);
      const rules = { ...sheet.change, heirs, shift: sheet.shift, styleOf: styles.styleOf };
      await editSheet(unpackEntry(source, entry, unpacking), rules, text);
      await archive.add(entry.name, text);
    } else if (shift !== undefined && /\.(?:xml|vml)$/.test(path)) {
      await addText(
        archive,
        entry.name,
        moveSheetPart(await readAll(unpackEntry(source, entry, unpacking)), shift),
        job,
      );
    } else {
      const { from, to } = await findEntryData(source, entry);
      await archive.copy(entry, unpacking.readPieces(source, from, to));
    }
  }
  if (job.changes !== null) {
    const names = createSheetNames();
    for (const { name } of workbook.sheets) names.claim(name);
    const name = names.claim(job.changes.name);
    const path = parts.workbook.replace(/[^/]*$/, 'worksheets/uscc-changes.xml');
    await archive.add(path, writeChanges(name, job.changes, styles, job.packing));
    change.sheet = { name, path };
  }
  const edit = async (path: string, of: (xml: string) => string): Promise<void> =>
    addText(archive, path, of((await readText(path)) ?? ''), job);
  await addText(archive, parts.styles ?? 'xl/styles.xml', styles.finish(), job);
  await edit(parts.workbook, (xml) => editWorkbookPart(xml, relationId, change));
  await edit(parts.relations, (xml) => editRelations(xml, relationId, change, stylesRelationId));
  await edit('[Content_Types].xml', (xml) => editContentTypes(xml, change));
  await archive.end();
}

async function addText(archive: Archive, path: string, xml: string, { packing }: WorkbookJob): Promise<void> {
  const text = createPackedText(packing);
  text.append(xml);
  await archive.add(path, text);
}

/** What stands below the rows of a sheet. */
async function readTail(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let decoder: TextDecoder | undefined;
  let text = '';
  let isPast = false;
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    text += decoder.decode(piece, { stream: true });
    if (isPast) continue;
    const end = text.lastIndexOf('sheetData>');
    isPast = end >= 0 && text[text.lastIndexOf('<', end) + 1] === '/';
    text = isPast ? text.slice(end) : text.slice(-64);
  }
  return isPast ? text : '';
}

async function readAll(pieces: AsyncIterable<Uint8Array>): Promise<string> {
  let decoder: TextDecoder | undefined;
  let text = '';
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    text += decoder.decode(piece, { stream: true });
  }
  return text + (decoder?.decode() ?? '');
}

/** A part as one in the same place refers to it, folded. */
function resolve(from: string, target: string): string {
  const parts: string[] = [];
  const path = target.startsWith('/') ? target : `${from.replace(/[^/]*$/, '')}${target}`;
  for (const part of path.split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return foldPath(parts.join('/'));
}
