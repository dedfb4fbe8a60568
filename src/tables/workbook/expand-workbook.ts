import { refuse } from '../../messages/refusal/index.ts';
import type { ZipEntry } from '../archive/zip-directory.ts';
import {
  addInput,
  createUnpacking,
  describeDamage,
  type Expansion,
  type SourceFile,
  spoolPieces,
} from '../expansion.ts';
import { measure } from '../pieces.ts';
import type { SheetFacts } from './xlsx-sheet.ts';
import { openWorkbook, type Workbook, type WorkbookSheet } from './xlsx-workbook.ts';

const kind = 'Excel';

/** An .xlsx workbook. */
export async function expandWorkbook(file: SourceFile, run: Expansion, entries: ZipEntry[]): Promise<void> {
  const { shown, source, spend } = file;
  let workbook: Workbook;
  try {
    workbook = await openWorkbook(source, entries, createUnpacking(run, spend));
  } catch (error) {
    throw describeDamage(error, shown, kind, run);
  }
  await expandSheets(workbook, file, run);
}

/** Every sheet that is asked for becomes a table of its own, `book.xlsx#Sheet1`. */
export async function expandSheets(workbook: Workbook, file: SourceFile, run: Expansion): Promise<void> {
  const { shown, bytes, spend } = file;
  const sheets = chooseSheets(workbook.sheets, shown, run);
  let found = 0;
  for (const sheet of sheets) {
    run.signal?.throwIfAborted();
    let facts = startFacts();
    const about = { shown: `${shown}#${sheet.name}`, bytes, depth: file.depth + 1, spend };
    let table = await spoolPieces(measure(sheet.convert(facts), spend), about, run, kind);
    if (facts.merges.length > 0) {
      // Which cells are merged stands behind them: the sheet is read again, knowing it.
      const { merges } = facts;
      facts = startFacts();
      table.close();
      table.remove();
      table = await spoolPieces(
        measure(sheet.convert(facts, merges), () => {}),
        about,
        run,
        kind,
      );
    }
    warn(about.shown, facts, run);
    if (facts.rowCount === 0) {
      table.close();
      table.remove();
      continue;
    }
    found++;
    addInput(table, run, {
      sheet: sheet.name,
      ...(workbook.kind === null ? {} : { kind: workbook.kind }),
      columnCount: facts.columnCount,
      merged: Object.fromEntries(facts.repeated),
      isOneOfSeveral: sheets.length > 1,
    });
  }
  if (found === 0) throw refuse('input', { kind: 'no-sheet-rows', file: shown });
}

function startFacts(): SheetFacts {
  return { rowCount: 0, columnCount: 0, emptyFormulas: 0, merges: [], repeated: new Map() };
}

function chooseSheets(sheets: WorkbookSheet[], shown: string, run: Expansion): WorkbookSheet[] {
  const { sheet: wanted } = run;
  if (wanted !== undefined) {
    const named = typeof wanted === 'number' ? sheets[wanted - 1] : sheets.find(({ name }) => name === wanted);
    if (named !== undefined) return [named];
    throw refuse('input', {
      kind: 'no-sheet',
      file: shown,
      sheet: String(wanted),
      sheets: sheets.map(({ name }) => name),
      remedies: [{ kind: 'sheet' }],
    });
  }
  const visible = sheets.filter(({ isHidden }) => !isHidden);
  for (const { name } of sheets.filter(({ isHidden }) => isHidden)) {
    const file = `${shown}#${name}`;
    run.warnings.push({ code: 'hidden-sheet', file, remedies: [{ kind: 'hidden-sheet' }] });
  }
  return visible.length > 0 ? visible : sheets;
}

function warn(file: string, { rowCount, emptyFormulas }: SheetFacts, { warnings }: Expansion): void {
  if (rowCount === 0) warnings.push({ code: 'empty-sheet', file });
  if (emptyFormulas > 0) warnings.push({ code: 'formula-without-value', file, count: emptyFormulas });
}
