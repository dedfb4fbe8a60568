import { type Damage, describeDamage } from '../damage/index.ts';
import { formatBytes, formatCount } from '../numbers.ts';
import { type CallFault, describeCallFault } from '../options/call-fault.ts';
import { adviseOn, describeSystemError } from '../system-errors.ts';
import { type AssessmentFault, describeAssessmentFault } from './assessment-fault.ts';

interface InFile {
  file: string;
}

/** The file that others are held against. */
interface FirstFile {
  file: string;
}

interface InTable {
  engine: string;
  table: string;
  columns: readonly string[];
}

/**
 * What is wrong with an input, an output or a call: one text for each kind of refusal, of its facts. What can be done stands
 * apart, in the remedies of the refusal.
 */
export const en = {
  bundled: () =>
    'uscc-toolkit/registry was put into a bundle, where its threads cannot be found: mark uscc-toolkit as external (external in esbuild, rolldown and rollup, externals in webpack, serverExternalPackages in Next.js), and install it beside the bundle.',
  'not-found': ({ file }: InFile) => `${file}: no such file.`,
  'is-folder': ({ file }: InFile) => `${file}: this is a folder; name the files in it.`,
  'cannot-read': ({ file, reason }: InFile & { reason: string }) =>
    `${file === '-' ? 'standard input' : file}: cannot be read (${describeSystemError(reason, 'en')}).${after(adviseOn(reason, 'read', 'en'))}`,
  'cannot-write': ({ file, reason }: InFile & { reason: string }) =>
    `${file === '-' ? 'standard output' : file}: cannot be written (${describeSystemError(reason, 'en')}).${after(adviseOn(reason, 'write', 'en'))}`,
  'output-is-no-file': ({ file }: InFile) =>
    `${file}: this is no ordinary file and cannot be written; choose another name.`,
  'output-is-file': ({ file }: InFile) => `${file}: a folder is to be written there, but this is a file.`,
  'output-has-other-files': ({ file, names }: InFile & { names: readonly string[] }) =>
    `${file}: this folder holds files that are not from an earlier report (${few(names)}); nothing was touched.`,
  'output-in-use': ({ file }: InFile) =>
    `${file}: this folder cannot be replaced as a whole: it is the current folder, holds it, or is a mount point; name a folder inside it, such as ${file}/report.`,
  'workbook-too-large': () => 'The workbook would exceed 4 GiB, more than programs open.',
  'different-delimiters': ({
    file,
    delimiter,
    first,
  }: InFile & { delimiter: string; first: FirstFile & { delimiter: string } }) =>
    `${file} is delimited by ${showDelimiter(delimiter)}, ${first.file} by ${showDelimiter(first.delimiter)}: they do not make one table; deduplicate them one by one, or write them alike first.`,
  'different-columns': ({
    file,
    column,
    name,
    first,
  }: InFile & { column: number; name: string | null; first: FirstFile & { name: string | null } }) =>
    `Column ${column} of ${file} is ${called(name)}, of ${first.file} ${called(first.name)}: they do not make one table; deduplicate them one by one, or give them the same columns first.`,
  'different-encodings': ({
    file,
    encoding,
    first,
  }: InFile & { encoding: string; first: FirstFile & { encoding: string } }) =>
    `${file} is ${encoding}, ${first.file} is ${first.encoding}: they do not make one table; convert them to one encoding first.`,
  'needs-names': ({ file }: InFile) =>
    `${file}: records are to be told apart by code and name, and no column of names was found.`,
  'several-tables': ({ files }: { files: readonly string[] }) =>
    `One table can be written at a time; here are ${files.length}: ${files.slice(0, 10).join(', ')}.`,
  'index-too-many-tables': ({ limit }: { limit: number }) =>
    `The registry stands in more than ${formatCount(limit)} tables, which is the most that an index can hold. Join some of them.`,
  'index-too-large': ({ limitBytes }: { limitBytes: number }) =>
    `Codes and names of the registry take more than ${formatBytes(limitBytes)}, which is the most that an index can hold. Serve parts of it apart.`,
  'too-many-records': ({ limit }: { limit: number }) =>
    `Both exports together have more than ${formatCount(limit)} records, too many for one comparison; compare them by region or authority.`,
  'no-assessment': ({ name, names, nearest }: { name: string; names: readonly string[]; nearest: string | null }) =>
    `There is no assessment called ${name}${nearest === null ? '.' : `; did you mean ${nearest}?`} There are: ${names.join(', ')}.`,
  'bad-assessments': ({ file, at, fault }: { file: string | null; at: string | null; fault: AssessmentFault }) =>
    `${[file, at]
      .filter((part) => part !== null)
      .map((part) => `${part}: `)
      .join('')}${describeAssessmentFault(fault, 'en')}`,
  'bad-call': ({ call, fault }: { call: string; fault: CallFault }) => describeCallFault(call, fault, 'en'),
  'bad-target': ({ text }: { text: string }) =>
    `${text}: this is not a target between 0 and 100%; write 0.01%, 0.0001 or 1/10000.`,
  'bad-period': ({ text }: { text: string }) => `${text}: this is not a month; write one like 2026-11.`,
  interrupted: () => 'The run was interrupted; its temporary files were removed.',
  'is-empty': ({ file }: InFile) => `${file}: the file is empty.`,
  'no-rows': ({ file }: InFile) => `${file}: there is a header but no row below it.`,
  'is-binary': ({ file, format }: InFile & { format: string | null }) =>
    format === null
      ? `${file}: this is not text; export it as CSV.`
      : `${file}: this is ${format}, not CSV; save it as CSV (UTF-8) and check that.`,
  'no-code-column': ({ file, columns }: InFile & { columns: readonly string[] }) =>
    `${file}: no column looks like social credit codes. Columns: ${list(columns)}.`,
  'no-licences': ({ file, columns }: InFile & { columns: readonly string[] }) =>
    `${file}: this is no table of licences or penalties: it needs the code of the person concerned (行政相对人代码_1, XK_XDR_SHXYM or CF_XDR_SHXYM) and a category, decision number or body. Columns: ${list(columns)}.`,
  'several-code-columns': ({ file, columns }: InFile & { columns: readonly string[] }) =>
    `${file}: several columns could hold the codes: ${list(columns)}.`,
  'same-code-header': ({ file, column, numbers }: InFile & { column: string; numbers: readonly number[] }) =>
    `${file}: the header ${column} stands over ${numbers.length} columns (${numbers.join(', ')}); half of the codes would go unread.`,
  'codes-elsewhere': ({ file, column, columns }: InFile & { column: string; columns: readonly string[] }) =>
    `${file}: no cell under the header ${column} is a code, and codes stand under: ${list(columns)}. Headers and cells have come apart: look at the table first.`,
  'on-its-side': ({ file }: InFile) =>
    `${file}: this table lies on its side (a record is a column, with the names of its cells on the left); turn it so that each record is a row.`,
  'one-column': ({ file, sample }: InFile & { sample: string }) =>
    `${file}: the table has one column, in which codes stand beside other text (${sample}); what parts them is not known.`,
  'reordered-header': ({ file, line }: InFile & { line: number }) =>
    `${file}: line ${formatCount(line)} is a header again, with its columns in another order; part the file there, or bring the columns in one order.`,
  'two-arrays': ({ file, paths }: InFile & { paths: readonly string[] }) =>
    `${file}: several arrays in it could be the records: ${paths.join(', ')}.`,
  'no-records': ({ file, path }: InFile & { path: string }) => `${file}: there is no array of records at ${path}.`,
  'own-workbook': ({ file, what }: InFile & { what: 'report' | 'return' }) =>
    what === 'report'
      ? `${file}: this is a report of this tool, not a table to check; check the export that it was made of.`
      : `${file}: this is a workbook for corrections made by this tool, not a table to check; read it back with uscc ledger collect, or check the export that it was made of.`,
  'too-large-format': ({ file, format, limit }: InFile & { format: string; limit: number }) =>
    `${file}: a table of more than ${formatCount(limit)} cells as ${format} is not read; save it as .xlsx or CSV.`,
  'no-inserts': ({ file }: InFile) =>
    `${file}: this is SQL without rows: neither INSERT statements that spell them out nor rows to COPY; export them as CSV.`,
  'no-inputs': () => 'There is no table to read.',
  'several-damaged': ({ failures, reasons = [] }: { failures: readonly unknown[]; reasons?: readonly string[] }) =>
    `${failures.length} inputs cannot be read:\n${reasons.map((reason) => `  ${reason}`).join('\n')}\nNone was checked.`,
  'no-such-column': ({
    file,
    column,
    columns,
    nearest,
  }: InFile & { column: string; columns: readonly string[]; nearest: string | null }) =>
    `${file}: there is no column ${column}${nearest === null ? '.' : `; did you mean ${nearest}?`} Columns: ${list(columns)}.`,
  'unclear-encoding': ({ file, line, count }: InFile & { line: number; count: number }) =>
    `${file}: the encoding is unclear: ${formatCount(count)} lines cannot be decoded, the first is line ${formatCount(line)}.`,
  'record-too-long': ({ file, at, limitBytes }: InFile & { at: number; limitBytes: number }) =>
    `${file}: no record ends within ${limitBytes >> 20} MiB of byte ${at}; is this a CSV file?`,
  'too-many-units': ({ file, column, limit }: InFile & { column: string; limit: number }) =>
    `${file}: column “${column}” has more than ${formatCount(limit)} different values, so it does not hold units.`,
  changed: ({ file }: InFile) =>
    `${file}: the file changed while it was read; check it again when nothing writes to it.`,

  'not-read': ({ file, format }: InFile & { format: string }) =>
    `${file}: this is ${format}, which is not read; save it as .xlsx or CSV (UTF-8) and check that.`,
  'not-unpacked': ({ file, format }: InFile & { format: string }) =>
    `${file}: ${format} is not unpacked; unpack it, or pack it as zip or gzip.`,
  'is-encrypted': ({ file }: InFile) =>
    `${file}: it is protected with a password; remove the password and check again.`,
  'is-broken': ({ file, format, damage }: InFile & { format: string; damage: Damage }) =>
    `${file}: the ${format === 'Excel' ? 'workbook' : format} is damaged${describeDamage(damage, 'en')}; copy or export it again.`,
  'has-doctype': ({ file }: InFile) =>
    `${file}: an XML part declares a document type, which no spreadsheet program writes; refused.`,
  'expands-too-far': ({ file, limitBytes }: InFile & { limitBytes: number }) =>
    `${file}: unpacks to more than ${formatBytes(limitBytes)}.`,
  'expands-too-steeply': ({ file, ratio }: InFile & { ratio: number }) =>
    `${file}: unpacks to more than ${ratio} times its size, as archives made to fill disks do.`,
  'too-large-for-page': ({ file, limitBytes }: InFile & { limitBytes: number }) =>
    `${file} unpacks to more than the ${formatBytes(limitBytes)} this browser can hold. It was not opened, lest that fail half way. The command has no such limit:`,
  'too-deep': ({ file, limit }: InFile & { limit: number }) =>
    `${file}: archives within archives, more than ${limit} deep; unpack it first.`,
  'holds-no-tables': ({ file }: InFile) =>
    `${file}: there are no tables in it (CSV, Excel, JSON, Parquet, gzip or zip).`,
  'matches-nothing': ({ pattern }: { pattern: string }) => `${pattern}: matches no file.`,
  'no-sheet': ({ file, sheet, sheets }: InFile & { sheet: string; sheets: readonly string[] }) =>
    `${file}: there is no sheet ${sheet}. Sheets: ${list(sheets)}.`,
  'no-sheet-rows': ({ file }: InFile) => `${file}: no sheet holds any rows.`,
  'bad-json': ({ file, line, damage }: InFile & { line: number; damage: Damage }) =>
    `${file}: not valid JSON at line ${formatCount(line)}${describeDamage(damage, 'en')}.`,
  'needs-xls-library': ({ file }: InFile) => `${file}: this is Excel (.xls), the format of before 2007.`,

  'needs-space': ({ folder, neededBytes, freeBytes }: { folder: string; neededBytes: number; freeBytes: number }) =>
    `${folder}: ${formatBytes(neededBytes)} are needed there for temporary files, ${formatBytes(freeBytes)} are free.`,
  'ran-out-of-space': ({ folder, writtenBytes }: { folder: string; writtenBytes: number }) =>
    `${folder}: no space left after ${formatBytes(writtenBytes)} of temporary files.`,
  'cannot-spool': ({ folder, reason }: { folder: string; reason: string }) =>
    `${folder}: temporary files cannot be written there (${describeSystemError(reason, 'en')}).`,

  'engine-refused': ({ engine, reason }: { engine: string; reason: string }) =>
    `${engine}: the engine refuses: “${reason}”.`,
  'no-driver': ({ driver }: { driver: string }) =>
    `The driver of this engine is not installed; install it beside uscc-toolkit with npm install ${driver}.`,
  'bad-address': ({ address }: { address: string }) =>
    `${address}: this is not the address of an engine. One is postgres://user@host/database, mysql://…, clickhouse://…, hive2://… or duckdb:FILE.`,
  'password-in-address': () => 'The address must not hold a password, since process lists and reports would show it.',
  'no-table-named': ({ engine }: { engine: string }) => `${engine}: which table is to be read?`,
  'unwritable-name': ({ name }: { name: string }) =>
    `The name ${name} cannot stand in a script: clients take semicolons, backslashes and line breaks for something else, in quotes too. Check the table directly, or make a view with plain names.`,
  'same-table': ({ engine, table }: { engine: string; table: string }) =>
    `${engine}: table ${table} is named twice; its codes would all be duplicates.`,
  'same-engine': ({ engine }: { engine: string }) => `${engine}: this engine is named twice; name its tables together.`,
  'no-engine': ({ file }: InFile) =>
    `${file}: this is a file. Tables, conditions and key columns are named for engines only: leave them out, or give the address of an engine.`,
  'engine-not-read': ({ engine }: { engine: string }) =>
    `${engine}: only the check reads tables of an engine. Have the engine write the columns that are needed here to a CSV or Parquet file, and give that file.`,
  'no-table-column': ({ engine, table, column, columns }: InTable & { column: string }) =>
    `${engine}: table ${table} has no column ${column}. Columns: ${list(columns)}.`,
  'no-table-codes': ({ engine, table, columns }: InTable) =>
    `${engine}: no column of table ${table} is named as one of codes. Columns: ${list(columns)}.`,
  'table-changed': ({ engine, before, after }: { engine: string; before: number; after: number }) =>
    `${engine}: the table changed while it was read: ${formatCount(before)} rows at first, ${formatCount(after)} later; check it again when nothing writes to it.`,
  'folder-not-empty': ({ file }: InFile) => `${file}: this folder is not empty; name a new one.`,
  'broken-result': ({ file, line }: InFile & { line: number }) =>
    `${file}, line ${line}: this is not a JSON object; run its script again.`,
  'next-round': ({ file, run }: InFile & { run: string }) =>
    `One more round: run this in ${file}, with the engine's own client, then check the folder again: ${run}.`,
  'no-ledger': ({ file }: InFile) =>
    `${file}: there is no such ledger; recording a month or a list from above starts one.`,
  'not-a-ledger': ({ file }: InFile) => `${file}: this is no ledger; it was left as it is.`,
  'newer-ledger': ({ file }: InFile) =>
    `${file}: a later version of this toolkit wrote this ledger; it was left as it is. Use that version, or a newer one.`,
  'ledger-busy': ({ file, holder }: InFile & { holder: string | null }) =>
    `${file}: ${holder === null ? 'another program' : `process ${holder}`} is writing this ledger. Nothing was written; try again when it is done.`,
  'ledger-full': ({ file }: InFile) => `${file}: no space is left for the ledger. Nothing was written.`,
  'ledger-read-only': ({ file }: InFile) =>
    `${file}: the ledger may not be written. Nothing was changed; look at the rights of the file and of its folder.`,
  'ledger-damaged': ({ file }: InFile) =>
    `${file}: the ledger is damaged. Nothing was written; restore it from a copy.`,
  'ledger-unusable': ({ file, reason }: InFile & { reason: string }) =>
    `${file}: the ledger cannot be opened or written (${describeSystemError(reason, 'en')}).${after(adviseOn(reason, 'write', 'en'))}`,
  'same-ledger': ({ file }: InFile) => `${file}: this is the ledger that others are to be merged into.`,
  'no-problem': ({ number }: { number: string }) => `${number}: the ledger has no problem of this number.`,
  'not-to-exempt': ({ number, why }: { number: string; why: 'closed' | 'exempt-already' | 'not-exempt' }) =>
    `${number}: ${{ closed: 'the problem is closed', 'exempt-already': 'the problem is exempt already', 'not-exempt': 'the problem is not exempt' }[why]}. Nothing was changed.`,
  'no-unit': ({ unit, units }: { unit: string; units: readonly string[] }) =>
    `No problem is open at ${unit}. Units with open problems: ${units.join(', ') || 'none'}.`,
  'no-list': ({ file }: InFile) => `${file}: no sheet has a header with a column of codes.`,
  'no-return': ({ file }: InFile) =>
    `${file}: no sheet has a header with a column for the flag (数据操作标识位) and one for number, code or name.`,
  'no-form': ({ file }: InFile) =>
    `${file}: no sheet of the form has a header with a column for the flag (数据操作标识位) and one for the code.`,
  'form-is-no-xlsx': ({ file, reason }: InFile & { reason: string }) =>
    `${file}: a form to be filled in has to be an .xlsx workbook (${reason}).`,
  'not-confirmed': ({ period }: { period: string }) =>
    `${period} was not recorded: see the questions above. The ledger is as it was.`,
  'annotate-engine': () =>
    'Rows of a table in an engine stay there: they cannot be written with their verdicts. Check an export of it.',
  'nothing-to-submit': () => 'There is no answered problem to submit.',
};

function list(columns: readonly string[]): string {
  const shown = columns.slice(0, 30).map((name, index) => `${index + 1} ${name}`);
  return columns.length > 30 ? `${shown.join(', ')} and ${columns.length - 30} more` : shown.join(', ');
}

/** A sentence after another; nothing where there is none. */
function after(sentence: string): string {
  return sentence === '' ? '' : ` ${sentence}`;
}

function few(names: readonly string[]): string {
  return names.length > 3 ? `${names.slice(0, 3).join(', ')}, …` : names.join(', ');
}

function called(name: string | null): string {
  return name === null ? 'not there' : `“${name}”`;
}

function showDelimiter(delimiter: string): string {
  return delimiter === '\t' ? 'tabs' : `“${delimiter}”`;
}
