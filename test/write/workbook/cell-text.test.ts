import { expect, test } from 'vitest';
import { createCellTexts } from '../../../src/write/workbook/cell-text.ts';
import { escapeXml } from '../../../src/write/workbook/xml-text.ts';

test('text that is written as it is needs no escape, and has no space at an end', () => {
  const { format } = createCellTexts('…');
  const differing: string[] = [];
  for (let unit = 0; unit < 0x1_0000; unit++) {
    const text = `码${String.fromCharCode(unit)}`;
    const space = /\s$/.test(text) ? ' xml:space="preserve"' : '';
    if (format(text, false) !== ` t="inlineStr"><is><t${space}>${escapeXml(text)}</t></is></c>`) differing.push(text);
  }
  expect(differing).toEqual([]);
  expect(format('_x0041_', false)).toContain('_x005F_x0041_');
});
