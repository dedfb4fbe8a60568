import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addKey,
  addShortened,
  createKeyList,
  createScope,
  type KeyList,
  keyKinds,
  kindOf,
} from '../../src/suspects/key-list.ts';

const scope = createScope('9', '3709');
const kind = keyKinds.shortenedInCity;
const text = fc.string({
  unit: fc.constantFrom('鑫', '源', '商', '贸', 'a', '\u0001', '\uffff'),
  minLength: 1,
  maxLength: 64,
});

function listWords({ words, count }: KeyList): string[] {
  return Array.from({ length: count }, (_, index) => `${words[index * 2]} ${words[index * 2 + 1]}`);
}

function keysOf(...texts: string[]): string[] {
  const list = createKeyList(1);
  for (const each of texts) addKey(list, 0, kind, scope, each);
  return listWords(list);
}

test('a text is listed whole and without each of its characters, once', () => {
  fc.assert(
    fc.property(text, fc.nat(64), (value, first) => {
      const list = createKeyList(1);
      addShortened(list, 7, [{ kind, scope }], value, (at) => at >= first);
      const shorter = [...Array(value.length).keys()].filter((at) => at >= first);
      const expected = new Set([value, ...shorter.map((at) => value.slice(0, at) + value.slice(at + 1))]);
      expect(listWords(list).toSorted()).toEqual(keysOf(...expected).toSorted());
      expect(new Set(list.rows.subarray(0, list.count))).toEqual(new Set([7]));
    }),
  );
});

test('texts beyond 64 characters are not', () => {
  const list = createKeyList(1);
  addShortened(list, 0, [{ kind, scope }], '鑫'.repeat(65), () => true);
  expect(list.count).toBe(0);
});

test('kinds and scopes have keys of their own', () => {
  const list = createKeyList(1);
  for (const each of Object.values(keyKinds)) addKey(list, 0, each, scope, '鑫源');
  for (const each of [createScope('9', '3701'), createScope('93', '709'), createScope()])
    addKey(list, 0, 0, each, '鑫源');
  expect(new Set(listWords(list)).size).toBe(9);
  expect(Array.from({ length: 6 }, (_, index) => kindOf(list.words[index * 2] ?? 0))).toEqual(Object.values(keyKinds));
});

test('a row has a key of organization codes once', () => {
  const list = createKeyList(1);
  for (const row of [0, 0, 1]) addKey(list, row, keyKinds.organizationCode, scope, '600037341');
  expect([...list.rows.subarray(0, list.count)]).toEqual([0, 1]);
});
