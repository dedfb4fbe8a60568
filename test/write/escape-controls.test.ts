import { expect, test } from 'vitest';
import { renderJson } from '../../src/report/json.ts';
import { escapeControls, escapeControlsInLines } from '../../src/write/escape-controls.ts';

test.each([
  ['甲公司', '甲公司'],
  ['\u001b[31mred', '\\x1b[31mred'],
  ['\u009b31m', '\\x9b31m'],
  ['a\tb\r\nc\u0000', 'a\\tb\\r\\nc\\x00'],
  ['\u202egpj.exe', '\\u202egpj.exe'],
  ['\u007f', '\\x7f'],
])('escapeControls %j', (text, plain) => expect(escapeControls(text)).toBe(plain));

test('escapeControlsInLines keeps line feeds', () => expect(escapeControlsInLines('a\nb\u0007')).toBe('a\nb\\x07'));

test('JSON holds nothing that a terminal obeys, and the same value', () => {
  const value = { name: 'a\u001b[31m\u009b1m\u202e\u007f甲' };
  const text = renderJson(value);
  expect(text).toMatch(/^[\x20-\x7e\n甲]*$/);
  expect(JSON.parse(text)).toEqual(value);
});
