import { BrokenError } from '../../../tables/broken.ts';
import type { PackedText } from '../packed-text.ts';
import { editRow, hasLongNumber, type RowRules } from './edit-row.ts';
import type { MergedHeirs } from './merged-heirs.ts';
import type { RowShift } from './row-shift.ts';
import type { FinishedEdits } from './table-edits.ts';

/** What becomes of one sheet. */
export interface SheetJob extends Omit<RowRules, 'prefix' | 'addedFrom'> {
  edits: FinishedEdits;
  heirs: MergedHeirs;
}

const declaration = /^(\s*<\?xml[^>]*?encoding=["'])[^"']+/;

/**
 * Rewrites the XML of a sheet as it comes: rows without an edit are copied, what stands above them and below is put right
 * where rows or columns have moved.
 *
 *   head, cols │ sheetData: row row ROW row … │ merges, filter, validations, …
 *     text     │ copied    edited    copied   │ text
 */
export async function editSheet(pieces: AsyncIterable<Uint8Array>, job: SheetJob, out: PackedText): Promise<void> {
  let decoder: TextDecoder | undefined;
  let text = '';
  let rows: RowReader | null = null;
  let isPast = false;
  const read = (more: string): void => {
    text += more;
    if (rows === null) {
      const start = /<((?:\w+:)?)sheetData(\s[^>]*)?>/.exec(text);
      if (start === null) return;
      const prefix = start[1] ?? '';
      out.append(editHead(text.slice(0, start.index), prefix, job));
      rows = createRowReader(
        { ...job, prefix, addedFrom: job.edits.added?.first ?? Number.POSITIVE_INFINITY },
        job,
        out,
      );
      text = text.slice(start.index);
      out.append(start[0]);
      text = text.slice(start[0].length);
      isPast = start[0].endsWith('/>');
    }
    if (isPast) return;
    const { rest, isDone } = rows.read(text);
    text = rest;
    isPast = isDone;
  };
  for await (const piece of pieces) {
    decoder ??= new TextDecoder(piece[0] === 0xff ? 'utf-16le' : piece[0] === 0xfe ? 'utf-16be' : 'utf-8');
    read(decoder.decode(piece, { stream: true }));
    await out.settle();
  }
  read(decoder?.decode() ?? '');
  if (!isPast) throw new BrokenError({ kind: 'xml-cut-off' });
  out.append(job.shift.hasMoved ? moveBelow(text, job.shift) : text);
}

interface RowReader {
  /** Writes the rows that are complete. */
  read(text: string): { rest: string; isDone: boolean };
}

function createRowReader(given: RowRules, { edits, heirs }: SheetJob, out: PackedText): RowReader {
  const { prefix, shift } = given;
  const open = `<${prefix}row`;
  const close = `</${prefix}row>`;
  const last = `</${prefix}sheetData>`;
  let number = 0;
  return {
    read(text) {
      // Looked for in all of it at once: few workbooks hold any.
      const rules = hasLongNumber(text) ? given : { ...given, textColumns: [] };
      const { textColumns } = rules;
      let at = 0;
      let copied = 0;
      for (;;) {
        const start = text.indexOf('<', at);
        if (start < 0) break;
        if (text.startsWith(last, start)) {
          out.append(text.slice(copied, start));
          return { rest: text.slice(start), isDone: true };
        }
        const tagEnd = text.indexOf('>', start);
        if (tagEnd < 0) break;
        if (!text.startsWith(open, start)) {
          at = tagEnd + 1;
          continue;
        }
        const end = text[tagEnd - 1] === '/' ? tagEnd + 1 : text.indexOf(close, tagEnd) + close.length;
        if (end < close.length) break;
        number = Number(/\sr="(\d+)"/.exec(text.slice(start, tagEnd))?.[1] ?? number + 1);
        const isGone = shift.isRemoved(number);
        const own = edits.of(number);
        const isKept = !isGone && own.length === 0 && shift.move(number) === number;
        const row = isKept && textColumns.length === 0 ? '' : text.slice(start, end);
        if (!isKept || (textColumns.length > 0 && hasLongNumber(row))) {
          out.append(text.slice(copied, start));
          if (isGone) heirs.leave(number, row);
          else out.append(editRow(row, number, own, rules, heirs.take(number)));
          copied = end;
        }
        at = end;
      }
      out.append(text.slice(copied, at));
      return { rest: text.slice(at), isDone: false };
    },
  };
}

/** What stands above the rows: added columns are given widths, and what counts the cells goes where they have moved. */
function editHead(head: string, prefix: string, { edits: { added }, shift }: SheetJob): string {
  let text = head.replace(declaration, '$1UTF-8');
  if (added === null && !shift.hasMoved) return text;
  text = text.replace(/<(?:\w+:)?dimension\b[^>]*?(?:\/>|>\s*<\/(?:\w+:)?dimension>)/, '');
  if (added === null) return text;
  const { first, widths } = added;
  const columns = widths.map(
    (width, index) =>
      `<${prefix}col min="${first + index + 1}" max="${first + index + 1}" width="${width}" customWidth="1"/>`,
  );
  const cols = new RegExp(`<${prefix}cols\\b[^>]*>([\\s\\S]*?)</${prefix}cols>`).exec(text);
  if (cols === null) return `${text}<${prefix}cols>${columns.join('')}</${prefix}cols>`;
  const kept = [...(cols[1] ?? '').matchAll(/<(?:\w+:)?col\b[^>]*?\/?>(?:<\/(?:\w+:)?col>)?/g)].flatMap(([col]) =>
    cutColumn(col, first + 1, first + widths.length),
  );
  const all = [...kept.map((xml) => ({ at: minOf(xml), xml })), ...columns.map((xml) => ({ at: minOf(xml), xml }))];
  const inner = all
    .sort((a, b) => a.at - b.at)
    .map(({ xml }) => xml)
    .join('');
  return text.replace(cols[0], () => `<${prefix}cols>${inner}</${prefix}cols>`);
}

/** A column, or several alike, without those from `first` to `last`. */
function cutColumn(col: string, first: number, last: number): string[] {
  const [min, max] = [minOf(col), Number(/\smax="(\d+)"/.exec(col)?.[1])];
  const part = (from: number, to: number): string[] =>
    from > to ? [] : [col.replace(/\smin="\d+"/, ` min="${from}"`).replace(/\smax="\d+"/, ` max="${to}"`)];
  return [...part(min, Math.min(max, first - 1)), ...part(Math.max(min, last + 1), max)];
}

function minOf(col: string): number {
  return Number(/\smin="(\d+)"/.exec(col)?.[1]);
}

const single = /<((?:\w+:)?(?:mergeCell|hyperlink|conditionalFormatting|dataValidation|ignoredError|protectedRange))\b/;

/** What stands below the rows, where rows are gone: ranges and formulas move, and what has no row left goes. */
function moveBelow(text: string, shift: RowShift): string {
  const moved = text
    .replace(/<((?:\w+:)?(?:mergeCell|hyperlink))\b[^>]*?(?:\/>|>\s*<\/\1>)/g, (element) =>
      moveAttribute(element, 'ref', shift),
    )
    .replace(
      /<((?:\w+:)?(?:conditionalFormatting|dataValidation|ignoredError|protectedRange))\b[^>]*?(?:\/>|>[\s\S]*?<\/\1>)/g,
      (element) =>
        moveAttribute(element, 'sqref', shift).replace(
          /(<(?:\w+:)?formula[12]?>)([^<]*)/g,
          (_, tag: string, formula: string) => tag + shift.moveFormula(formula),
        ),
    )
    .replace(
      /(<(?:\w+:)?(?:autoFilter|sortState|sortCondition)\b[^>]*?\sref=")([^"]*)/g,
      (_, start: string, range: string) => start + (shift.moveRange(range) ?? range),
    )
    .replace(/(<(?:\w+:)?brk\b[^>]*?\sid=")(\d+)/g, (_, start: string, row: string) => start + shift.move(Number(row)));
  return moved
    .replace(
      /<((?:\w+:)?(?:mergeCells|hyperlinks|dataValidations|ignoredErrors|protectedRanges))\b[^>]*>\s*<\/\1>/g,
      '',
    )
    .replace(/<((?:\w+:)?(?:mergeCells|dataValidations))\b[^>]*>([\s\S]*?)<\/\1>/g, (_, tag: string, inner: string) => {
      const count = inner.split(single).length >> 1;
      return `<${tag} count="${count}">${inner}</${tag}>`;
    });
}

/** An element whose attribute holds ranges; nothing when none of them has a row left, or a merged cell is one cell only. */
function moveAttribute(element: string, name: 'ref' | 'sqref', shift: RowShift): string {
  const [whole = '', ranges = ''] = new RegExp(`\\s${name}="([^"]*)"`).exec(element) ?? [];
  if (whole === '') return element;
  const moved = ranges.split(/\s+/).flatMap((range) => shift.moveRange(range) ?? []);
  const isMerge = /^<(?:\w+:)?mergeCell\b/.test(element);
  const [first = '', last = first] = (moved[0] ?? '').split(':');
  if (moved.length === 0 || (isMerge && first === last)) return '';
  return element.replace(whole, () => ` ${name}="${moved.join(' ')}"`);
}
