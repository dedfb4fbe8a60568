import type { CellTexts } from './cell-text.ts';
import type { PackedText } from './packed-text.ts';
import { type CellStyle, type CellValue, formatRow, formatValues, nameCell } from './row.ts';
import { escapeXml } from './xml-text.ts';

/** How a sheet looks, on the screen and on paper. */
export interface SheetLayout {
  /** Widths of the columns, in digits. */
  widths: number[];
  /** The last of the rows that stay in view. */
  headerRow: number;
  /** Whether that row is printed on every page. */
  isRepeated: boolean;
  /** Whether the header filters. */
  hasFilter: boolean;
  /** Whether it is the sheet that is shown when the workbook opens. */
  isFirst: boolean;
  /** What stands above every printed page. */
  pageHeader?: { left: string; right: string };
}

/** What all sheets of a workbook share. */
export interface SheetSupply {
  texts: CellTexts;
  /** Starts the text of a sheet. */
  startText(): PackedText;
}

/** A rule for cells that people fill in. */
export interface Validation {
  column: number;
  kind: 'list' | 'custom';
  /** A list in quotes, or a formula about the first cell. */
  formula: string;
  /** Whether other values are refused, or kept after a question. */
  isStrict: boolean;
  title: string;
  prompt: string;
  error: string;
}

interface Link {
  cell: string;
  sheet: string;
}

/** A sheet under construction. */
export interface Sheet {
  name: string;
  layout: SheetLayout;
  texts: CellTexts;
  text: PackedText;
  /** The row that comes next, from 1. */
  next: number;
  merges: string[];
  links: Link[];
}

const mainNamespace = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const landscapeA4 = '<pageSetup paperSize="9" orientation="landscape" fitToWidth="1" fitToHeight="0"/>';

/** Starts a sheet with everything that stands above its rows. */
export function openSheet(name: string, layout: SheetLayout, { texts, startText }: SheetSupply): Sheet {
  const { widths, headerRow, isFirst } = layout;
  const text = startText();
  const pane =
    `<pane ySplit="${headerRow}" topLeftCell="A${headerRow + 1}" activePane="bottomLeft" state="frozen"/>` +
    `<selection pane="bottomLeft" activeCell="A${headerRow + 1}" sqref="A${headerRow + 1}"/>`;
  const columns = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  text.append(
    `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<worksheet xmlns="${mainNamespace}">` +
      '<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>' +
      `<sheetViews><sheetView${isFirst ? ' tabSelected="1"' : ''} workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<sheetFormatPr defaultRowHeight="15"/><cols>${columns.join('')}</cols><sheetData>`,
  );
  return { name, layout, texts, text, next: 1, merges: [], links: [] };
}

/** Adds a row; `formats` has the number of a cell format for each value. */
export function addRow(sheet: Sheet, values: CellValue[], formats: number[], height?: number): void {
  const styles = formats.map((format) => ({ format, isCommon: false }));
  addValues(sheet, values, styles, height);
}

/** Adds a row; `styles` has one for each value. */
export function addValues(sheet: Sheet, values: CellValue[], styles: CellStyle[], height?: number): void {
  sheet.text.append(formatValues(sheet.next++, values, styles, sheet.texts, height));
}

/** Adds a row of cells as `formatCell` writes them. */
export function addCells(sheet: Sheet, cells: string[], height?: number): void {
  sheet.text.append(formatRow(sheet.next++, cells, height));
}

/** Ends a sheet with what stands below its rows; `validations` hold from the row below the header to the last. */
export function closeSheet(sheet: Sheet, validations: Validation[]): void {
  const { layout, merges, links, text } = sheet;
  const lastRow = sheet.next - 1;
  const hasRows = lastRow > layout.headerRow;
  const all = `A1:${nameCell(layout.widths.length - 1, Math.max(lastRow, 1))}`;
  const filter = filterRange(sheet);
  const rules = hasRows ? validations.map((rule) => formatValidation(rule, layout.headerRow + 1, lastRow)) : [];
  text.append(
    [
      '</sheetData>',
      filter === null ? '' : `<autoFilter ref="${filter}"/>`,
      list(
        'mergeCells',
        merges.map((range) => `<mergeCell ref="${range}"/>`),
      ),
      list('dataValidations', rules),
      links.length === 0 ? '' : `<hyperlinks>${links.map(formatLink).join('')}</hyperlinks>`,
      '<printOptions horizontalCentered="1"/>',
      '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.55" header="0.3" footer="0.3"/>',
      landscapeA4,
      `<headerFooter>${formatPageHeader(layout)}<oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>`,
      `<ignoredErrors><ignoredError sqref="${all}" numberStoredAsText="1"/></ignoredErrors>`,
      '</worksheet>',
    ].join(''),
  );
}

/** An ampersand starts a code; a digit after one would be a size, so a space stands before the text. */
function formatPageHeader({ pageHeader }: SheetLayout): string {
  if (pageHeader === undefined) return '';
  const write = (text: string): string => escapeXml(` ${text.replaceAll('&', '&&')}`);
  return `<oddHeader>&amp;L${write(pageHeader.left)}&amp;R${write(pageHeader.right)}</oddHeader>`;
}

/** The cells that filter, from the header to the last row; null when none do. */
export function filterRange({ layout, next }: Pick<Sheet, 'layout' | 'next'>): string | null {
  if (!layout.hasFilter) return null;
  return `A${layout.headerRow}:${nameCell(layout.widths.length - 1, Math.max(next - 1, layout.headerRow))}`;
}

/** A sheet as a reference quotes it. */
export function quoteSheet(name: string): string {
  return `'${name.replaceAll("'", "''")}'`;
}

function formatValidation(rule: Validation, first: number, last: number): string {
  const column = nameCell(rule.column, first).slice(0, 1);
  const attributes = [
    `type="${rule.kind}"`,
    rule.isStrict ? 'errorStyle="stop"' : 'errorStyle="warning"',
    'allowBlank="1" showInputMessage="1" showErrorMessage="1"',
    `errorTitle="${escapeXml(rule.title)}" error="${escapeXml(rule.error)}"`,
    `promptTitle="${escapeXml(rule.title)}" prompt="${escapeXml(rule.prompt)}"`,
    `sqref="${column}${first}:${column}${last}"`,
  ];
  return `<dataValidation ${attributes.join(' ')}><formula1>${escapeXml(rule.formula)}</formula1></dataValidation>`;
}

function formatLink({ cell, sheet }: Link): string {
  return `<hyperlink ref="${cell}" location="${escapeXml(`${quoteSheet(sheet)}!A1`)}"/>`;
}

function list(name: string, items: string[]): string {
  return items.length === 0 ? '' : `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
