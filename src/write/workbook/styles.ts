/*
 * One table of cell formats for all sheets. A cell names its format by number: the place in `cellFormats`.
 */

type FormatName =
  | 'plain'
  | 'title'
  | 'good'
  | 'bad'
  | 'remark'
  | 'caution'
  | 'section'
  | 'header'
  | 'fillHeader'
  | 'text'
  | 'count'
  | 'link'
  | 'fill'
  | 'signature';

interface CellFormat {
  name: FormatName;
  numberFormat?: number;
  font?: number;
  fill?: number;
  hasBorder?: boolean;
  alignment?: string;
  /** Whether it can be changed once the sheet is protected. */
  isOpen?: boolean;
}

/** Number formats that every program knows by number: text, and whole numbers with separators. */
const asText = 49;
const asCount = 3;
const wrapped = 'vertical="center" wrapText="1"';
const indented = `horizontal="left" indent="1" ${wrapped}`;
const rightIndented = 'horizontal="right" indent="1" vertical="center"';
const centered = `horizontal="center" ${wrapped}`;

const cellFormats: CellFormat[] = [
  { name: 'plain' },
  { name: 'title', font: 1, numberFormat: asText, alignment: 'vertical="center"' },
  { name: 'good', font: 2, numberFormat: asText, alignment: 'vertical="center"' },
  { name: 'bad', font: 3, numberFormat: asText, alignment: 'vertical="center"' },
  { name: 'remark', font: 4, numberFormat: asText, alignment: wrapped },
  { name: 'caution', font: 7, numberFormat: asText, alignment: wrapped },
  { name: 'section', font: 5, numberFormat: asText, alignment: 'vertical="center"' },
  { name: 'header', font: 5, fill: 2, hasBorder: true, numberFormat: asText, alignment: centered },
  { name: 'fillHeader', font: 5, fill: 4, hasBorder: true, numberFormat: asText, alignment: centered },
  { name: 'text', hasBorder: true, numberFormat: asText, alignment: indented },
  { name: 'count', hasBorder: true, numberFormat: asCount, alignment: rightIndented },
  { name: 'link', font: 6, hasBorder: true, numberFormat: asText, alignment: indented },
  { name: 'fill', fill: 3, hasBorder: true, numberFormat: asText, alignment: indented, isOpen: true },
  { name: 'signature', numberFormat: asText, alignment: 'vertical="center"', isOpen: true },
];

const leastRateDigits = 4;
const mostRateDigits = 12;
const firstRateFormat = 164;
const rateDigits = Array.from({ length: mostRateDigits - leastRateDigits + 1 }, (_, index) => leastRateDigits + index);

/** Number of a cell format. */
export function findFormat(name: FormatName): number {
  return cellFormats.findIndex((format) => format.name === name);
}

/** Number of the format that shows a share as a percentage with so many decimals, 4 to 12. */
export function findRateFormat(digits: number): number {
  return cellFormats.length + Math.min(Math.max(digits, leastRateDigits), mostRateDigits) - leastRateDigits;
}

/** `xl/styles.xml`. */
export function formatStyles(lang: 'zh' | 'en'): string {
  const name = lang === 'zh' ? '宋体' : 'Calibri';
  const font = (size: number, marks = '', color = '000000'): string =>
    `<font>${marks}<sz val="${size}"/><color rgb="FF${color}"/><name val="${name}"/></font>`;
  const fonts = [
    font(11),
    font(16, '<b/>'),
    font(14, '<b/>', '1E7B34'),
    font(14, '<b/>', 'C00000'),
    font(10, '', '595959'),
    font(11, '<b/>'),
    font(11, '<u/>', '0563C1'),
    font(10, '', 'C00000'),
  ];
  const solid = (color: string): string =>
    `<fill><patternFill patternType="solid"><fgColor rgb="FF${color}"/><bgColor indexed="64"/></patternFill></fill>`;
  const fills = [
    '<fill><patternFill patternType="none"/></fill>',
    '<fill><patternFill patternType="gray125"/></fill>',
    solid('DDEBF7'),
    solid('FFF9DB'),
    solid('FFE699'),
  ];
  const side = (at: string): string => `<${at} style="thin"><color rgb="FFBFBFBF"/></${at}>`;
  const borders = [
    '<border><left/><right/><top/><bottom/><diagonal/></border>',
    `<border>${['left', 'right', 'top', 'bottom'].map(side).join('')}<diagonal/></border>`,
  ];
  const rates = rateDigits.map((digits, index) => ({ id: firstRateFormat + index, code: `0.${'0'.repeat(digits)}%` }));
  const formats = [
    ...cellFormats.map(formatCell),
    ...rates.map(({ id }) =>
      formatCell({ name: 'plain', numberFormat: id, hasBorder: true, alignment: rightIndented }),
    ),
  ];
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n',
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    list(
      'numFmts',
      rates.map(({ id, code }) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`),
    ),
    list('fonts', fonts),
    list('fills', fills),
    list('borders', borders),
    list('cellStyleXfs', ['<xf numFmtId="0" fontId="0" fillId="0" borderId="0"/>']),
    list('cellXfs', formats),
    list('cellStyles', ['<cellStyle name="Normal" xfId="0" builtinId="0"/>']),
    '</styleSheet>',
  ].join('');
}

function formatCell({ numberFormat = 0, font = 0, fill = 0, hasBorder, alignment, isOpen }: CellFormat): string {
  const border = hasBorder === true ? 1 : 0;
  const ids = `numFmtId="${numberFormat}" fontId="${font}" fillId="${fill}" borderId="${border}" xfId="0"`;
  const applied = `applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"`;
  const inner =
    (alignment === undefined ? '' : `<alignment ${alignment}/>`) + (isOpen === true ? '<protection locked="0"/>' : '');
  return `<xf ${ids} ${applied} applyAlignment="1" applyProtection="1">${inner}</xf>`;
}

function list(name: string, items: string[]): string {
  return `<${name} count="${items.length}">${items.join('')}</${name}>`;
}
