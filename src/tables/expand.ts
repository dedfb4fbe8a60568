import { refuse } from '../messages/refusal/index.ts';
import { readBytes } from './byte-source.ts';
import { addInput, type Expander, type Expansion, type SourceFile, spoolPieces } from './expansion.ts';
import { detectBytes, detectFormat, type SourceFormat } from './format.ts';
import { measure, readPieces } from './pieces.ts';

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
export async function expand(file: SourceFile, run: Expansion): Promise<void> {
  const format = detectFormat(await readBytes(file.source, 0, detectBytes), file.shown);
  if (format === 'text') return addInput(file, run);
  if (file.depth >= depthLimit) throw refuse('input', { kind: 'too-deep', file: file.shown, limit: depthLimit });
  const expander = await findExpander(format, file, run);
  try {
    await expander(file, run, expand);
  } finally {
    file.close();
    file.remove();
  }
}

/** Readers of formats are loaded when there is something for them to read. */
async function findExpander(
  format: Exclude<SourceFormat, 'text'>,
  file: SourceFile,
  { inflating }: Expansion,
): Promise<Expander> {
  if (typeof format !== 'string') {
    throw refuse(
      'input',
      'table' in format
        ? { kind: 'not-read', file: file.shown, format: format.table }
        : { kind: 'not-unpacked', file: file.shown, format: format.archive },
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
      return (await import('./parquet/parquet-table.ts')).expandParquet;
    case 'compound':
      return inflating.loadCompound('xls');
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

const expandGzip: Expander = async (file, run) => {
  const packed = readPieces(file.source, 0, file.source.size, run.meter);
  const pieces = measure(run.inflating.gunzip(packed), file.spend);
  const unpacked = await spoolPieces(pieces, { ...file, depth: file.depth + 1 }, run, 'gzip');
  await expand(unpacked, run);
};
