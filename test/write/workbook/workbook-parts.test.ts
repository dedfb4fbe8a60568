import { SaxesParser } from 'saxes';
import { describe, expect, test } from 'vitest';
import { editWorkbookPart } from '../../../src/write/workbook/edit/workbook-parts.ts';

const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const strict = 'http://purl.oclc.org/ooxml/officeDocument/relationships';

/** Sheets with the namespace and the value of their relation; an undeclared prefix is an error. */
function listSheets(xml: string): [string, string][] {
  const sheets: [string, string][] = [];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('opentag', ({ local, attributes }) => {
    if (local !== 'sheet') return;
    for (const { local: name, uri, value } of Object.values(attributes)) if (name === 'id') sheets.push([uri, value]);
  });
  parser.write(xml).close();
  return sheets;
}

describe('a sheet that is added to a workbook', () => {
  test.each([
    [
      'Excel: declared at the root',
      `<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      relationships,
    ],
    [
      'openpyxl: declared at each sheet',
      `<workbook xmlns="${main}"><sheets><sheet xmlns:r="${relationships}" name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      relationships,
    ],
    [
      'prefixes of its own',
      `<x:workbook xmlns:x="${main}" xmlns:d="${relationships}"><x:sheets><x:sheet name="a" sheetId="1" d:id="rId1"/></x:sheets></x:workbook>`,
      relationships,
    ],
    [
      'strict',
      `<workbook xmlns="${main}" xmlns:r="${strict}"><sheets><sheet name="a" sheetId="1" r:id="rId1"/></sheets></workbook>`,
      strict,
    ],
  ])('%s', (_, xml, space) => {
    const change = {
      sheet: { name: '改动说明', path: 'xl/worksheets/c.xml' },
      dropped: [],
      shifts: new Map(),
      addsStyles: false,
    };
    expect(listSheets(editWorkbookPart(xml, 'rIdNew', change))).toEqual([
      [space, 'rId1'],
      [space, 'rIdNew'],
    ]);
  });
});
