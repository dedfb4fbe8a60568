import type { LicenceRole } from '../licences/roles.ts';
import { licenceRoles } from '../licences/roles.ts';
import { type LineReason, lineReasons } from '../line-reason.ts';
import { formatCount } from '../numbers.ts';

interface InFile {
  file: string;
}
interface OnLine extends InFile {
  line: number;
  /** How many there are, where this one stands for further ones too. */
  count?: number;
}
interface Counted extends InFile {
  count: number;
}

/**
 * What the reader of a report should know beside its numbers: one text for each code, of its facts. What can be done stands
 * apart, in the remedies of the warning.
 */
export const en = {
  'small-denominator': ({ count, records }: { count: number; records: number }) =>
    `${formatCount(count)} records are missing or unconverted, more than 1% of ${formatCount(records)}. They are left out of the total of codes, so the rate looks better than the registry is.`,
  'title-rows': ({ file, count }: Counted) =>
    `${file}: above the data, beside the header, ${count === 1 ? 'a line was' : `${formatCount(count)} lines were`} taken for titles, not records.`,
  undecodable: ({ file, line, count }: Required<OnLine>) =>
    `${file}: ${formatCount(count)} places cannot be decoded, the first in line ${formatCount(line)}; they were checked with replacement characters.`,
  'open-quote': (facts: OnLine) => `${where(facts)}: a quote that is never closed was read as an ordinary character.`,
  'multiline-cell': (facts: OnLine) =>
    `${where(facts)}: a cell spans lines and the record has not as many cells as the header; perhaps a stray quote.`,
  'cell-count': ({ file, line, count }: Required<OnLine>) =>
    `${file}: ${formatCount(count)} records have not as many cells as the header, the first in line ${formatCount(line)}.`,
  'no-names': ({ file }: InFile) =>
    `${file}: no name column, so conflicting and repeated duplicates cannot be told apart.`,
  'names-not-compared': ({ file, count }: InFile & { count: number }) =>
    `${file}: ${formatCount(count)} codes are registered, but there are no names to compare, so that they may be another body's.`,
  'name-by-content': ({ file, column }: InFile & { column: string }) =>
    `${file}: no header says that it names organizations; column ${column} was taken for names, since its cells read so.`,
  'other-code-columns': ({ file, column, names }: InFile & { column: string; names: readonly string[] }) =>
    `${file}: the codes of column ${column} were checked; other columns hold codes too and were not: ${few(names)}.`,
  'licence-table': ({ file, column, category }: InFile & { column: string; category: string | null }) =>
    `${file}: this is a table of licences or penalties. Only ${column}, the code of the person concerned, was checked${category === null ? '' : `; where ${category} says 自然人, an empty code is right and not missing`}.`,
  'licence-columns-absent': ({ file, roles }: InFile & { roles: readonly LicenceRole[] }) =>
    `${file}: there is no column for ${roles.map((role) => licenceRoles.en[role]).join(', ')}, so the rules on it were not looked at.`,
  'too-many-bodies': ({ count }: { count: number }) =>
    `There are more than ${formatCount(count)} different bodies. Those beyond are counted together, and whether each has one code was not looked at.`,
  'skipped-lines': ({ file, line, count, why }: Required<OnLine> & { why: LineReason }) =>
    `${file}: ${count === 1 ? 'a line was' : `${formatCount(count)} lines were`} skipped as no record (${lineReasons.en[why]}), the first is line ${formatCount(line)}.`,
  'escape-guessed': ({ file, line, count }: Required<OnLine>) =>
    `${file}: ${formatCount(count)} records were read with \\" as a quote inside a cell, the first in line ${formatCount(line)}: only so do they have as many cells as the header.`,
  'cut-characters': ({ file, line, count }: Required<OnLine>) =>
    `${file}: in ${formatCount(count)} lines a character had been cut off before a delimiter and would have swallowed it, the first is line ${formatCount(line)}; these undecodable bytes were left out.`,
  'mixed-encodings': ({ file, line, count }: Required<OnLine>) =>
    `${file}: UTF-8 and GBK are mixed in it: ${formatCount(count)} lines are written otherwise than its beginning, the first is line ${formatCount(line)}. Every line was read in its own encoding.`,
  'merged-cells': ({ file, count }: Counted) =>
    `${file}: ${formatCount(count)} of the excess records have their code from a merged cell above: each row that it covers is a record, and repeats the first.`,
  'no-rows-in-table': ({ file }: InFile) => `${file}: there is a header but no row below it, so it was passed over.`,
  'no-table': ({ file }: InFile) => `${file}: nothing in it looks like a table of codes, so it was passed over.`,
  'own-workbook': ({ file, what }: InFile & { what: 'report' | 'return' }) =>
    what === 'report'
      ? `${file}: this is a report of this tool, not a table to check, so it was passed over.`
      : `${file}: this is a workbook for corrections made by this tool, not a table to check, so it was passed over; uscc ledger collect reads it back.`,
  'damaged-skipped': ({ file }: InFile & { failure: unknown }) => `${file}: it was left out, since it cannot be read.`,
  'unnamed-duplicates': ({ count }: { count: number }) =>
    `${formatCount(count)} duplicates have a record without a name, so it cannot be told whether they are conflicting; rates that need it are left open.`,
  'no-units': ({ file }: InFile) =>
    `${file}: no column of registering or source bodies found, so nothing is counted by unit.`,
  'empty-sheet': ({ file }: InFile) => `${file}: the sheet is empty and was skipped.`,
  'hidden-sheet': ({ file }: InFile) => `${file}: the sheet is hidden and was skipped.`,
  'sheet-without-codes': ({ file }: InFile) =>
    `${file}: no column of this sheet looks like social credit codes, so it was skipped.`,
  'skipped-files': ({ file, names }: Counted & { names: readonly string[] }) =>
    `${file}: no tables that can be read, so skipped: ${few(names)}.`,
  'json-scalars': ({ file, count, line }: Counted & { line: number }) =>
    `${file}: values among the records that are neither objects nor arrays are no records: ${formatCount(count)}, the first in line ${line}.`,
  'bulk-lines': ({ file, count }: Counted) =>
    `${file}: ${count === 1 ? 'a line that says' : `${formatCount(count)} lines that say`} what Elasticsearch is to do with the next one ${count === 1 ? 'is no record' : 'are no records'}.`,
  'rows-elsewhere': ({ file, count }: Counted) =>
    `${file}: ${formatCount(count)} INSERT ${count === 1 ? 'statement takes its rows' : 'statements take their rows'} from other tables of the database; they are not in this file and were not read.`,
  'object-keys': ({ file, count, names }: Counted & { names: readonly string[] }) =>
    `${file}: each of ${formatCount(count)} objects is a record; their keys (${few(names)}) were not read as a column.`,
  'dropped-keys': ({ file, names }: Counted & { names: readonly string[] }) =>
    `${file}: keys that the first objects do not have were left out: ${few(names)}.`,
  'formula-without-value': ({ file, count }: Counted) =>
    `${file}: ${formatCount(count)} formulas carry no value and count as empty; open the file in Excel and save it.`,
  'no-snapshot': ({ file }: InFile) =>
    `${file}: this engine has no transaction over several queries; counts hold if nothing wrote to the table meanwhile.`,
};

function where({ file, line }: OnLine): string {
  return `${file}, line ${formatCount(line)}`;
}

function few(names: readonly string[]): string {
  return names.length > 5 ? `${names.slice(0, 5).join(', ')} and ${names.length - 5} more` : names.join(', ');
}
