import { type Unpacking, unpackEntry } from '../archive/unpack.ts';
import type { ZipEntry } from '../archive/zip-directory.ts';
import { BrokenError } from '../broken.ts';
import type { ByteSource } from '../byte-source.ts';
import type { MergedCell } from '../delimited/rows-to-csv.ts';
import type { NumberFormat } from './number-text.ts';
import type { WorkbookKind } from './workbook-kind.ts';
import { readMainPart, readRelations, readStyles, readWorkbook, readWorkbookKind } from './xlsx-parts.ts';
import { convertSheet, type SheetFacts } from './xlsx-sheet.ts';
import { noStrings, readSharedStrings, type SharedStrings } from './xlsx-strings.ts';

/** A workbook whose sheets can be read. */
export interface Workbook {
  sheets: WorkbookSheet[];
  /** What it says it is, where we made it. */
  kind: WorkbookKind | null;
  /** Paths of the parts that describe all sheets, as the archive names them; absent for what is no archive. */
  parts?: { workbook: string; relations: string; styles: string | null };
}

export interface WorkbookSheet {
  name: string;
  isHidden: boolean;
  /** Path of its part, as the archive names it. */
  part?: string;
  /** Size of its XML: far more than that of what it says. */
  bytes: number;
  /** The sheet as CSV, piece by piece; `facts` fills up on the way. */
  convert(facts: SheetFacts, merges?: MergedCell[]): AsyncGenerator<Uint8Array>;
}

const contentTypes = '[content_types].xml';

/**
 * Whether a zip archive is a workbook, and of which kind. Its main part may have any name.
 *
 * @throws {BrokenError} when the list of its parts is damaged
 */
export async function findWorkbookKind(
  source: ByteSource,
  entries: ZipEntry[],
  unpacking: Unpacking,
): Promise<'xlsx' | 'xlsb' | 'ods' | null> {
  const parts = new Map(entries.map((entry) => [foldPath(entry.name), entry]));
  if (parts.has('xl/workbook.bin')) return 'xlsb';
  const types = parts.get(contentTypes);
  if (types === undefined) return parts.has('content.xml') && parts.has('mimetype') ? 'ods' : null;
  if ([...parts.keys()].some((name) => name.endsWith('workbook.xml'))) return 'xlsx';
  const main = await readMainPart(unpackEntry(source, types, unpacking));
  if (main === null) return null;
  return /\+xml$/i.test(main.type) ? 'xlsx' : 'xlsb';
}

/**
 * Opens an .xlsx workbook: reads its list of sheets and its styles. Shared strings are read with the first sheet.
 *
 * @throws {BrokenError} when a part is missing or damaged
 */
export async function openWorkbook(source: ByteSource, entries: ZipEntry[], unpacking: Unpacking): Promise<Workbook> {
  const parts = new Map(entries.map((entry) => [foldPath(entry.name), entry]));
  const read = (path: string): AsyncIterable<Uint8Array> => {
    const entry = parts.get(foldPath(path));
    if (entry === undefined) throw new BrokenError({ kind: 'part-missing', part: path });
    return unpackEntry(source, entry, unpacking);
  };
  const roots = parts.has('_rels/.rels') ? await readRelations(read('_rels/.rels')) : new Map();
  const root = [...roots.values()].find(({ kind }) => kind === 'officeDocument')?.target;
  const isThere = (path: string | undefined): path is string => path !== undefined && parts.has(foldPath(path));
  const named = root === undefined ? undefined : resolvePath('', root);
  const typed = isThere(named) || !parts.has(contentTypes) ? null : await readMainPart(read(contentTypes));
  const workbookPath = [named, resolvePath('', typed?.path ?? '')].find(isThere) ?? 'xl/workbook.xml';
  const folder = workbookPath.slice(0, workbookPath.lastIndexOf('/') + 1);
  const { sheets, is1904 } = await readWorkbook(read(workbookPath));
  const relationsPath = `${folder}_rels/${workbookPath.slice(folder.length)}.rels`;
  const relations = await readRelations(read(relationsPath));
  const findPart = (kind: string): string | undefined => {
    const target = [...relations.values()].find((relation) => relation.kind === kind)?.target;
    const path = target === undefined ? undefined : resolvePath(folder, target);
    return path !== undefined && parts.has(foldPath(path)) ? path : undefined;
  };
  const stylesPath = findPart('styles');
  const formats: NumberFormat[] = stylesPath === undefined ? [] : await readStyles(read(stylesPath));
  const stringsPath = findPart('sharedStrings');
  let strings: Promise<SharedStrings> | undefined;

  const listed = sheets.flatMap(({ name, isHidden, relation }): WorkbookSheet[] => {
    const found = relations.get(relation);
    // Charts and dialogs are sheets, too.
    if (found === undefined || found.kind !== 'worksheet') return [];
    const path = resolvePath(folder, found.target);
    return [
      {
        name,
        isHidden,
        part: parts.get(foldPath(path))?.name ?? path,
        bytes: parts.get(foldPath(path))?.bytes ?? 0,
        async *convert(facts, merges) {
          strings ??= stringsPath === undefined ? Promise.resolve(noStrings) : readSharedStrings(read(stringsPath));
          // Waited for at once: should the sheet's own part be missing, nobody else would hear of an error in them.
          const shared = await strings;
          yield* convertSheet(read(path), { strings: shared, formats, is1904 }, facts, merges);
        },
      },
    ];
  });
  const nameOf = (path: string): string => parts.get(foldPath(path))?.name ?? path;
  const propertiesPath = [...roots.values()].find(({ kind }) => kind === 'custom-properties')?.target;
  const properties = propertiesPath === undefined ? undefined : resolvePath('', propertiesPath);
  return {
    sheets: listed,
    kind: properties !== undefined && parts.has(foldPath(properties)) ? await readWorkbookKind(read(properties)) : null,
    parts: {
      workbook: nameOf(workbookPath),
      relations: nameOf(relationsPath),
      styles: stylesPath === undefined ? null : nameOf(stylesPath),
    },
  };
}

/** Some programs write parts with other letters and slashes than they refer to them by. */
export function foldPath(path: string): string {
  return path.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();
}

/** A path as a part of `folder` writes it, from the root. */
function resolvePath(folder: string, target: string): string {
  const path = target.replaceAll('\\', '/');
  const parts: string[] = [];
  for (const part of (path.startsWith('/') ? path : folder + path).split('/')) {
    if (part === '..') parts.pop();
    else if (part !== '' && part !== '.') parts.push(part);
  }
  return parts.join('/');
}
