import fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { expect, test } from 'vitest';
import { addXmlText, createCellBytes, readText } from '../../../src/tables/delimited/cell-bytes.ts';
import { attribute, nextAttribute, packName, scanXml } from '../../../src/tables/workbook/xml-bytes.ts';
import { escapeXml } from '../archives.ts';

type Event = [kind: string, ...facts: (string | number)[]];

async function scan(xml: string, width: number): Promise<Event[]> {
  const events: Event[] = [];
  const bytes = Buffer.from(xml);
  async function* pieces() {
    for (let at = 0; at < bytes.length; at += width) yield new Uint8Array(bytes.subarray(at, at + width));
  }
  const slice = (part: Uint8Array, from: number, to: number, isLiteral: boolean): string => {
    const cell = createCellBytes();
    addXmlText(cell, part, from, to, isLiteral);
    return readText(cell);
  };
  const visitor = {
    open(name: number, part: Uint8Array, from: number, to: number) {
      events.push(['open', name]);
      for (let at = nextAttribute(part, from, to); at >= 0; at = nextAttribute(part, at, to)) {
        const { nameAt, nameEnd, valueAt, valueEnd } = attribute;
        events.push(['attribute', slice(part, nameAt, nameEnd, true), slice(part, valueAt, valueEnd, false)]);
      }
    },
    close: (name: number) => void events.push(['close', name]),
    text: (part: Uint8Array, from: number, to: number, isLiteral: boolean) =>
      void events.push(['text', slice(part, from, to, isLiteral)]),
  };
  for await (const _ of scanXml(pieces(), visitor, () => undefined));
  return join(events);
}

function scanBySaxes(xml: string): Event[] {
  const events: Event[] = [];
  const parser = new SaxesParser();
  parser.on('opentag', ({ name, attributes }) => {
    events.push(['open', packName(name)]);
    for (const [key, value] of Object.entries(attributes)) events.push(['attribute', key, value]);
  });
  parser.on('closetag', ({ name }) => void events.push(['close', packName(name)]));
  parser.on('text', (text) => void events.push(['text', text]));
  parser.on('cdata', (text) => void events.push(['text', text]));
  parser.write(xml).close();
  return join(events);
}

/** Neighbouring texts as one: where text is cut does not matter. Line breaks are spaces to us. */
function join(events: Event[]): Event[] {
  const joined: Event[] = [];
  for (const [kind, ...facts] of events) {
    const last = joined.at(-1);
    const text = String(facts[0]).replace(/[\r\n]/g, ' ');
    if (kind === 'text' && last?.[0] === 'text') last[1] = `${last[1]}${text}`;
    else joined.push(kind === 'text' ? [kind, text] : [kind, ...facts]);
  }
  return joined.filter(([kind, text]) => kind !== 'text' || text !== '');
}

const text = fc.string({
  unit: fc.constantFrom('a', '中', '😀', ' ', '\n', '&', '<', '>', '"', "'", ',', ']', '_', '1'),
});
const name = fc.constantFrom('row', 'c', 'v', 't', 'is', 'longer', 'mergeCell', 'dimension');
const attributes = fc.dictionary(
  fc.constantFrom('r', 's', 't', 'spans'),
  text.map((value) => value.replaceAll('\n', '')),
  { noNullPrototype: true },
);
const { element } = fc.letrec<{ element: string; content: string }>((tie) => ({
  content: fc.oneof(
    { depthSize: 'small' },
    text.map(escapeXml),
    text.map((value) => `<![CDATA[${value.replaceAll(']', '')}]]>`),
    text.map((value) => `<!-- ${value.replaceAll('-', '')} -->`),
    fc.constant('<?pi a>b?>'),
    tie('element'),
  ),
  element: fc.tuple(name, attributes, fc.array(tie('content'), { maxLength: 4 })).map(([tag, values, content]) => {
    const written = Object.entries(values).map(([key, value], index) =>
      index % 2 === 0 ? ` ${key}="${escapeXml(value)}"` : `\n${key} = '${escapeXml(value).replaceAll("'", '&apos;')}'`,
    );
    return content.length === 0
      ? `<${tag}${written.join('')}/>`
      : `<${tag}${written.join('')}>${content.join('')}</${tag} >`;
  }),
}));

test('tags, attributes and text are those that saxes finds, wherever pieces end', async () => {
  await fc.assert(
    fc.asyncProperty(element, fc.integer({ min: 1, max: 40 }), async (xml, width) => {
      const whole = `<?xml version="1.0"?>${xml}`;
      expect(await scan(whole, width)).toEqual(scanBySaxes(whole));
    }),
    { numRuns: 300 },
  );
});

test('no two parts of a workbook have the same number', () => {
  const names =
    'worksheet sheetPr tabColor outlinePr pageSetUpPr dimension sheetViews sheetView pane selection sheetFormatPr cols col sheetData row c v f t is r rPr rPh phoneticPr sz color rFont family charset scheme b i u vertAlign sheetCalcPr sheetProtection protectedRanges protectedRange scenarios autoFilter filterColumn filters filter customFilters sortState sortCondition mergeCells mergeCell conditionalFormatting cfRule formula dataConsolidate customSheetViews dataValidations dataValidation formula1 formula2 hyperlinks hyperlink printOptions pageMargins pageSetup headerFooter oddHeader oddFooter rowBreaks brk colBreaks customProperties cellWatches ignoredErrors ignoredError smartTags drawing legacyDrawing picture oleObjects controls tableParts tablePart extLst ext sst si';
  const numbers = names.split(' ').map(packName);
  expect(new Set(numbers).size).toBe(numbers.length);
});
