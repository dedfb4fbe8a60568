import { escapeXml, unescapeXml } from '../xml-text.ts';
import type { RowShift } from './row-shift.ts';

/** What the parts that list the others become. */
export interface WorkbookChange {
  /** A sheet that is added behind the others. */
  sheet: { name: string; path: string } | null;
  /** Parts that go. */
  dropped: string[];
  /** By the position of the sheet in the workbook, from 0. */
  shifts: Map<number, RowShift>;
  /** `xl/styles.xml` is new. */
  addsStyles: boolean;
}

const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentKinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** `workbook.xml`: the added sheet, names of ranges where rows have moved, and that formulas are to be computed again. */
export function editWorkbookPart(xml: string, relation: string, { sheet, shifts }: WorkbookChange): string {
  let text = xml.replace(/^(\s*<\?xml[^>]*?encoding=["'])[^"']+/, '$1UTF-8');
  if (sheet !== null) {
    const listed = [...text.matchAll(/<((?:\w+:)?)sheet\b[^>]*?\/?>/g)];
    const ids = listed.map(([tag]) => Number(/\ssheetId="(\d+)"/.exec(tag)?.[1] ?? 0));
    const space = /\s(\w+):id="/.exec(listed[0]?.[0] ?? '')?.[1] ?? 'r';
    // Declared once more: openpyxl declares it at each sheet, not above them.
    const declared = new RegExp(`\\sxmlns:${space}="([^"]*)"`).exec(xml)?.[1] ?? relationships;
    const prefix = listed[0]?.[1] ?? '';
    const id = `xmlns:${space}="${declared}" ${space}:id="${relation}"`;
    const tag = `<${prefix}sheet name="${escapeXml(sheet.name)}" sheetId="${Math.max(0, ...ids) + 1}" ${id}/>`;
    text = text.replace(/<\/(?:\w+:)?sheets>/, (end) => tag + end);
  }
  if (shifts.size === 0) return text;
  text = text.replace(/(<(?:\w+:)?definedName\b[^>]*>)([^<]*)/g, (_, tag: string, formula: string) => {
    let moved = unescapeXml(formula);
    for (const shift of shifts.values()) moved = moveNamed(moved, shift);
    return tag + escapeXml(moved);
  });
  return computeAgain(text);
}

/** Only references that name the sheet: names of ranges stand outside of sheets. */
function moveNamed(formula: string, shift: RowShift): string {
  return formula.includes('!') ? shift.moveFormula(formula) : formula;
}

function computeAgain(xml: string): string {
  const calc = /<((?:\w+:)?)calcPr\b([^>]*?)\/?>/.exec(xml);
  if (calc === null) return xml;
  const attributes = (calc[2] ?? '').replace(/\sfullCalcOnLoad="[^"]*"/, '');
  return xml.replace(
    calc[0],
    `<${calc[1]}calcPr${attributes} fullCalcOnLoad="1"${calc[0].endsWith('/>') ? '/>' : '>'}`,
  );
}

/** The relations of the workbook: what is dropped goes, what is added comes. */
export function editRelations(xml: string, relation: string, change: WorkbookChange, stylesRelation: string): string {
  const kind =
    /\sType="([^"]*\/)worksheet"/.exec(xml)?.[1] ??
    'http://schemas.openxmlformats.org/officeDocument/2006/relationships/';
  const kept = xml.replace(/<((?:\w+:)?Relationship)\b[^>]*?(?:\/>|>\s*<\/\1>)/g, (tag) => {
    const target = (/\sTarget="([^"]*)"/.exec(tag)?.[1] ?? '').replace(/^.*\//, '');
    return change.dropped.some((path) => path.replace(/^.*\//, '').toLowerCase() === target.toLowerCase()) ? '' : tag;
  });
  const prefix = /<((?:\w+:)?)Relationships\b/.exec(xml)?.[1] ?? '';
  const make = (id: string, what: string, target: string): string =>
    `<${prefix}Relationship Id="${id}" Type="${kind}${what}" Target="${target}"/>`;
  const more = [
    ...(change.sheet === null ? [] : [make(relation, 'worksheet', `/${change.sheet.path}`)]),
    ...(change.addsStyles ? [make(stylesRelation, 'styles', '/xl/styles.xml')] : []),
  ];
  return kept.replace(/<\/(?:\w+:)?Relationships>/, (end) => more.join('') + end);
}

/** `[Content_Types].xml`. A workbook with macros becomes one without: its name says so. */
export function editContentTypes(xml: string, change: WorkbookChange): string {
  const dropped = new Set(change.dropped.map((path) => `/${path}`.toLowerCase()));
  const kept = xml
    .replace(/<((?:\w+:)?Override)\b[^>]*?(?:\/>|>\s*<\/\1>)/g, (tag) =>
      dropped.has((/\sPartName="([^"]*)"/.exec(tag)?.[1] ?? '').toLowerCase()) ? '' : tag,
    )
    .replaceAll('application/vnd.ms-excel.sheet.macroEnabled.main+xml', `${contentKinds}.sheet.main+xml`)
    .replaceAll('application/vnd.ms-excel.template.macroEnabled.main+xml', `${contentKinds}.sheet.main+xml`)
    .replaceAll(`${contentKinds}.template.main+xml`, `${contentKinds}.sheet.main+xml`);
  const prefix = /<((?:\w+:)?)Types\b/.exec(xml)?.[1] ?? '';
  const make = (path: string, kind: string): string =>
    `<${prefix}Override PartName="/${path}" ContentType="${contentKinds}.${kind}+xml"/>`;
  const more = [
    ...(change.sheet === null ? [] : [make(change.sheet.path, 'worksheet')]),
    ...(change.addsStyles ? [make('xl/styles.xml', 'styles')] : []),
  ];
  return kept.replace(/<\/(?:\w+:)?Types>/, (end) => more.join('') + end);
}

/** Tables, comments and drawings of a sheet whose rows have moved. */
export function moveSheetPart(xml: string, shift: RowShift): string {
  return xml
    .replace(
      /<((?:\w+:)?(?:comment|threadedComment))\b[^>]*?\sref="([^"]*)"[^>]*>[\s\S]*?<\/\1>/g,
      (element, _, range) => {
        const moved = shift.moveRange(range);
        return moved === null ? '' : element.replace(`ref="${range}"`, `ref="${moved}"`);
      },
    )
    .replace(
      /(<(?:\w+:)?(?:table|autoFilter|sortState|sortCondition)\b[^>]*?\sref=")([^"]*)/g,
      (_, start: string, range: string) => start + (shift.moveRange(range) ?? range),
    )
    .replace(
      /(<(?:\w+:)?row>)(\d+)(?=<\/(?:\w+:)?row>)/g,
      (_, tag: string, row: string) => tag + (shift.move(Number(row) + 1) - 1),
    )
    .replace(/(<x:Row>)(\d+)(?=<\/x:Row>)/g, (_, tag: string, row: string) => tag + (shift.move(Number(row) + 1) - 1));
}
