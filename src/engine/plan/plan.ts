import { maskIdentityNumbers } from '../../code/cell/mask.ts';
import { foldHeader } from '../../tables/headers/fold-header.ts';
import { once } from '../../tables/headers/known-headers.ts';
import type { Input } from '../../tables/input.ts';
import type { ScanOptions } from '../options.ts';
import type { Platform } from '../platform.ts';
import type { Kernel } from '../scan/kernel/kernel.ts';
import { findColumns } from './columns.ts';
import type { KnownLines } from './dialect.ts';
import type { FilePlan } from './file-plan.ts';
import { findLicenceColumns } from './headers/licence-headers.ts';
import { keepPlan, recallPlan } from './known-beginnings.ts';
import { classifyLine } from './lines/record-lines.ts';
import { NoTableError } from './no-table.ts';
import { findOwnSheet, refuseOwn } from './own-sheets.ts';
import { type Survey, surveyText } from './survey.ts';
import { findWriting, type Look, readFirst } from './text/writing.ts';

export type { FilePlan } from './file-plan.ts';

/**
 * Finds out how a file is written: encoding, delimiter, header, columns.
 *
 * @param isReadAsUtf8 see {@link surveyFile}
 * @param look see {@link Look}
 * @throws {UsccError} `input` when it is empty, not text, has no rows, or its columns cannot be told
 */
export async function planFile(
  kernel: Kernel,
  original: Input,
  options: ScanOptions,
  platform: Pick<Platform, 'transcode'>,
  isReadAsUtf8 = false,
  look: Look = 'all',
): Promise<FilePlan> {
  const all = { ...options, ...original.reading };
  refuseOwn(original, original.table?.kind ?? null);
  const recall = async (first: Uint8Array, how: Look) => {
    const file = { original, first, writing: await findWriting(kernel, original, first, all, how) };
    return { file, known: recallPlan(kernel, file, all) };
  };
  if (look === 'beginning') {
    const { known } = await readFirst(original, (first) => recall(first, 'encoding'), shortBytes);
    if (known !== null) return known;
  }
  return readFirst(original, async (first) => {
    const { file, known } = await recall(first, look);
    if (known !== null) return known;
    const { writing } = file;
    const job = { kernel, original, platform, options: all, sample: 'telling', isReadAsUtf8 } as const;
    const survey = await surveyText(job, writing, first);
    refuseOwn(original, findOwnSheet(survey.header, survey.scanned.others));
    const plan = choosePlan(survey, all);
    keepPlan(kernel, file, all, plan);
    return plan;
  });
}

/** The first records of most files, when only their beginning is looked at. */
const shortBytes = 48 << 10;

const foldAll = once((header) => header.map(foldHeader));

/**
 * A file that has been surveyed, with the columns that are read.
 *
 * @throws {UsccError} `input` when its columns cannot be told, or none of its lines is a record
 */
export function choosePlan({ rows, isAllRead, scanned, ...survey }: Survey, options: ScanOptions): FilePlan {
  const { header, path } = survey;
  const { codeColumn, nameColumn, unitColumn, warnings } = findColumns(path, header, rows, options);
  const headerOf = (column: number): string => maskIdentityNumbers((header?.[column] ?? String(column + 1)).trim());
  const { others, ...place } = scanned;
  const known: KnownLines | null =
    others === null || survey.input.table?.engine !== undefined
      ? null
      : { header: foldAll(header ?? []), others, codeColumn, nameColumn };
  if (isAllRead && known !== null && rows.every((row) => classifyLine(row, known) !== null)) {
    throw new NoTableError('rows', { kind: 'no-rows', file: path });
  }
  const { code, category } = findLicenceColumns(header)?.columns ?? {};
  return {
    ...survey,
    warnings: [...survey.warnings, ...warnings],
    dialect: {
      ...place,
      codeColumn,
      nameColumn,
      unitColumn,
      ...(code === codeColumn && category !== undefined ? { categoryColumn: category } : {}),
      columnCount: (header ?? rows[0] ?? []).length,
      known,
    },
    codeColumn: headerOf(codeColumn),
    nameColumn: nameColumn < 0 ? null : headerOf(nameColumn),
    unitColumn: unitColumn < 0 ? null : headerOf(unitColumn),
  };
}
