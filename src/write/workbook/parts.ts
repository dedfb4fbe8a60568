import { kindProperty, type WorkbookKind } from '../../tables/workbook/workbook-kind.ts';
import { filterRange, quoteSheet, type Sheet } from './sheet.ts';
import { escapeXml } from './xml-text.ts';

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const openXml = 'http://schemas.openxmlformats.org';
const relationKinds = `${openXml}/officeDocument/2006/relationships`;
const contentKinds = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** What has to be known of a sheet that stands in the archive as `worksheets/sheet<number>.xml`. */
export interface ListedSheet {
  sheet: Pick<Sheet, 'name' | 'layout' | 'next'>;
  number: number;
}

/** The parts that say what the archive holds; `sheets` in the order of their tabs. `kind` is null for a table like any other. */
export function listParts(sheets: ListedSheet[], kind: WorkbookKind | null): { path: string; xml: string }[] {
  return [
    { path: '[Content_Types].xml', xml: listContentTypes(sheets, kind) },
    {
      path: '_rels/.rels',
      xml: listRelations([
        ['officeDocument', 'xl/workbook.xml'],
        ...(kind === null ? [] : [['custom-properties', 'docProps/custom.xml'] satisfies [string, string]]),
      ]),
    },
    ...(kind === null ? [] : [{ path: 'docProps/custom.xml', xml: describeKind(kind) }]),
    { path: 'xl/workbook.xml', xml: describeWorkbook(sheets) },
    {
      path: 'xl/_rels/workbook.xml.rels',
      xml: listRelations([
        ...sheets.map(({ number }): [string, string] => ['worksheet', `worksheets/sheet${number}.xml`]),
        ['styles', 'styles.xml'],
        ['sharedStrings', 'sharedStrings.xml'],
      ]),
    },
  ];
}

/** `xl/sharedStrings.xml`, from the elements of its texts. */
export function formatSharedTexts(elements: string[]): string {
  const items = elements.map((element) => `<si>${element}</si>`).join('');
  return `${declaration}<sst xmlns="${openXml}/spreadsheetml/2006/main" uniqueCount="${elements.length}">${items}</sst>`;
}

function listContentTypes(sheets: ListedSheet[], kind: WorkbookKind | null): string {
  const part = (path: string, kind: string): string =>
    `<Override PartName="${path}" ContentType="${contentKinds}.${kind}+xml"/>`;
  return [
    `${declaration}<Types xmlns="${openXml}/package/2006/content-types">`,
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
    '<Default Extension="xml" ContentType="application/xml"/>',
    kind === null
      ? ''
      : '<Override PartName="/docProps/custom.xml" ContentType="application/vnd.openxmlformats-officedocument.custom-properties+xml"/>',
    part('/xl/workbook.xml', 'sheet.main'),
    part('/xl/styles.xml', 'styles'),
    part('/xl/sharedStrings.xml', 'sharedStrings'),
    ...sheets.map(({ number }) => part(`/xl/worksheets/sheet${number}.xml`, 'worksheet')),
    '</Types>',
  ].join('');
}

/** The property by which a workbook is known as one of ours: programs keep it when they save the workbook again. */
function describeKind(kind: WorkbookKind): string {
  return [
    `${declaration}<Properties xmlns="${openXml}/officeDocument/2006/custom-properties" xmlns:vt="${openXml}/officeDocument/2006/docPropsVTypes">`,
    `<property fmtid="{D5CDD505-2E9C-101B-9397-08002B2CF9AE}" pid="2" name="${kindProperty}"><vt:lpwstr>${kind}</vt:lpwstr></property>`,
    '</Properties>',
  ].join('');
}

/** Relations are numbered from 1, in their order. */
function listRelations(targets: [kind: string, target: string][]): string {
  const relations = targets.map(
    ([kind, target], index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationKinds}/${kind}" Target="${target}"/>`,
  );
  return `${declaration}<Relationships xmlns="${openXml}/package/2006/relationships">${relations.join('')}</Relationships>`;
}

function describeWorkbook(sheets: ListedSheet[]): string {
  const tabs = sheets.map(
    ({ sheet, number }, index) => `<sheet name="${escapeXml(sheet.name)}" sheetId="${number}" r:id="rId${index + 1}"/>`,
  );
  const names = sheets.flatMap(({ sheet }, index) => [
    ...nameFilter(filterRange(sheet), sheet.name, index),
    ...nameHeader(sheet, index),
  ]);
  return [
    `${declaration}<workbook xmlns="${openXml}/spreadsheetml/2006/main" xmlns:r="${relationKinds}">`,
    '<bookViews><workbookView activeTab="0" tabRatio="800"/></bookViews>',
    `<sheets>${tabs.join('')}</sheets>`,
    names.length === 0 ? '' : `<definedNames>${names.join('')}</definedNames>`,
    '</workbook>',
  ].join('');
}

function nameFilter(range: string | null, sheet: string, index: number): string[] {
  if (range === null) return [];
  const place = escapeXml(`${quoteSheet(sheet)}!${range.replace(/[A-Z]+|\d+/g, '$$$&')}`);
  return [`<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">${place}</definedName>`];
}

/** The row that is printed on every page. */
function nameHeader({ name, layout }: ListedSheet['sheet'], index: number): string[] {
  if (!layout.isRepeated) return [];
  const place = escapeXml(`${quoteSheet(name)}!$${layout.headerRow}:$${layout.headerRow}`);
  return [`<definedName name="_xlnm.Print_Titles" localSheetId="${index}">${place}</definedName>`];
}
