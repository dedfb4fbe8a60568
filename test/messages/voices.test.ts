import { describe, expect, test } from 'vitest';
import { describeRefusal, type Refusal, type RefusalKind } from '../../src/messages/refusal/index.ts';
import { en as remedies } from '../../src/messages/remedy/en.ts';
import { describeRemedy, type RemedyKind } from '../../src/messages/remedy/index.ts';
import type { Face, Voice } from '../../src/messages/voice.ts';
import { describeWarning, type WarningCode, type WarningFacts } from '../../src/messages/warning/index.ts';

const file = 'a.csv';
const columns = ['甲', '乙'];

/** One refusal of each kind. */
const refusals: { [Kind in RefusalKind]: Refusal & { kind: Kind } } = {
  bundled: { kind: 'bundled' },
  'not-found': { kind: 'not-found', file },
  'is-folder': { kind: 'is-folder', file },
  'cannot-read': { kind: 'cannot-read', file, reason: 'EACCES' },
  'cannot-write': { kind: 'cannot-write', file, reason: 'ENOSPC' },
  'output-is-no-file': { kind: 'output-is-no-file', file },
  'output-is-file': { kind: 'output-is-file', file, remedies: [{ kind: 'new-folder' }] },
  'output-has-other-files': {
    kind: 'output-has-other-files',
    file,
    names: ['b', 'c', 'd', 'e'],
    remedies: [{ kind: 'new-folder' }],
  },
  'output-in-use': { kind: 'output-in-use', file },
  'workbook-too-large': { kind: 'workbook-too-large', remedies: [{ kind: 'csv-lists' }] },
  'different-delimiters': {
    kind: 'different-delimiters',
    file,
    delimiter: '\t',
    first: { file: 'b.csv', delimiter: ',' },
  },
  'different-columns': { kind: 'different-columns', file, column: 2, name: '甲', first: { file: 'b.csv', name: null } },
  'different-encodings': {
    kind: 'different-encodings',
    file,
    encoding: 'gb18030',
    first: { file: 'b.csv', encoding: 'utf-8' },
  },
  'needs-names': { kind: 'needs-names', file, remedies: [{ kind: 'name-column' }] },
  'several-tables': { kind: 'several-tables', files: [file, 'b.csv'], remedies: [{ kind: 'sheet' }] },
  'index-too-many-tables': { kind: 'index-too-many-tables', limit: 2 ** 16 },
  'index-too-large': { kind: 'index-too-large', limitBytes: 2 ** 34 },
  'too-many-records': { kind: 'too-many-records', limit: 2 ** 32 },
  'no-assessment': {
    kind: 'no-assessment',
    name: 'taian',
    names: ['taian-2023'],
    nearest: 'taian-2023',
    remedies: [{ kind: 'assessment' }],
  },
  'bad-assessments': { kind: 'bad-assessments', file, at: 'assessments[0].name', fault: { kind: 'not-name' } },
  'bad-call': {
    kind: 'bad-call',
    call: 'checkRegistry',
    fault: { kind: 'unknown-option', key: 'findngs', nearest: 'findings' },
  },
  'bad-target': { kind: 'bad-target', text: '2' },
  'bad-period': { kind: 'bad-period', text: '2026-13' },
  interrupted: { kind: 'interrupted' },
  'is-empty': { kind: 'is-empty', file },
  'no-rows': { kind: 'no-rows', file },
  'is-binary': { kind: 'is-binary', file, format: 'PDF' },
  'no-code-column': { kind: 'no-code-column', file, columns, remedies: [{ kind: 'code-column' }] },
  'no-licences': { kind: 'no-licences', file, columns, remedies: [] },
  'several-code-columns': { kind: 'several-code-columns', file, columns, remedies: [{ kind: 'code-column' }] },
  'same-code-header': {
    kind: 'same-code-header',
    file,
    column: '甲',
    numbers: [2, 5],
    remedies: [{ kind: 'code-column-number' }],
  },
  'codes-elsewhere': {
    kind: 'codes-elsewhere',
    file,
    column: '代码',
    columns,
    remedies: [{ kind: 'code-column' }],
  },
  'on-its-side': { kind: 'on-its-side', file },
  'one-column': { kind: 'one-column', file, sample: '甲^乙', remedies: [{ kind: 'delimiter' }] },
  'reordered-header': { kind: 'reordered-header', file, line: 7 },
  'two-arrays': { kind: 'two-arrays', file, paths: ['a', 'b'], remedies: [{ kind: 'records' }] },
  'no-records': { kind: 'no-records', file, path: 'a.b' },
  'own-workbook': { kind: 'own-workbook', file, what: 'return' },
  'too-large-format': { kind: 'too-large-format', file, format: '.xls', limit: 1_000_000 },
  'several-damaged': {
    kind: 'several-damaged',
    failures: [
      { kind: 'is-empty', file },
      { kind: 'not-found', file },
    ],
    remedies: [{ kind: 'skip-damaged' }],
  },
  'no-inputs': { kind: 'no-inputs' },
  'no-such-column': {
    kind: 'no-such-column',
    file,
    column: '丙',
    columns,
    nearest: '甲',
    remedies: [{ kind: 'name-column' }],
  },
  'unclear-encoding': { kind: 'unclear-encoding', file, line: 7, count: 3, remedies: [{ kind: 'encoding' }] },
  'record-too-long': { kind: 'record-too-long', file, at: 12, limitBytes: 16 << 20 },
  'too-many-units': {
    kind: 'too-many-units',
    file,
    column: '甲',
    limit: 1000,
    remedies: [{ kind: 'other-unit-column' }],
  },
  changed: { kind: 'changed', file },
  'not-read': { kind: 'not-read', file, format: '.xlsb' },
  'not-unpacked': { kind: 'not-unpacked', file, format: 'RAR' },
  'is-encrypted': { kind: 'is-encrypted', file },
  'is-broken': { kind: 'is-broken', file, format: 'zip', damage: { kind: 'end-missing' } },
  'has-doctype': { kind: 'has-doctype', file },
  'expands-too-far': { kind: 'expands-too-far', file, limitBytes: 64e9, remedies: [{ kind: 'max-expand' }] },
  'expands-too-steeply': { kind: 'expands-too-steeply', file, ratio: 250, remedies: [{ kind: 'max-expand' }] },
  'too-large-for-page': { kind: 'too-large-for-page', file, limitBytes: 4e9 },
  'too-deep': { kind: 'too-deep', file, limit: 4 },
  'holds-no-tables': { kind: 'holds-no-tables', file },
  'matches-nothing': { kind: 'matches-nothing', pattern: '*.csv' },
  'no-sheet': { kind: 'no-sheet', file, sheet: 'S', sheets: ['T'], remedies: [{ kind: 'sheet' }] },
  'no-sheet-rows': { kind: 'no-sheet-rows', file },
  'bad-json': { kind: 'bad-json', file, line: 2, damage: { kind: 'nested-too-deep' } },
  'no-inserts': { kind: 'no-inserts', file },
  'needs-xls-library': { kind: 'needs-xls-library', file, remedies: [{ kind: 'xls-package' }] },
  'needs-space': {
    kind: 'needs-space',
    folder: '/tmp',
    neededBytes: 2,
    freeBytes: 1,
    remedies: [{ kind: 'temp-dir' }],
  },
  'ran-out-of-space': { kind: 'ran-out-of-space', folder: '/tmp', writtenBytes: 1, remedies: [{ kind: 'temp-dir' }] },
  'cannot-spool': { kind: 'cannot-spool', folder: '/tmp', reason: 'EIO', remedies: [{ kind: 'temp-dir' }] },
  'engine-refused': { kind: 'engine-refused', engine: 'postgres://host/base', reason: 'no such role' },
  'no-driver': { kind: 'no-driver', driver: 'pg' },
  'bad-address': { kind: 'bad-address', address: 'ftp://host' },
  'password-in-address': { kind: 'password-in-address', remedies: [{ kind: 'password' }] },
  'no-table-named': { kind: 'no-table-named', engine: 'duckdb:a.db', remedies: [{ kind: 'table' }] },
  'unwritable-name': { kind: 'unwritable-name', name: 'a;b' },
  'same-table': { kind: 'same-table', engine: 'duckdb:a.db', table: 't' },
  'same-engine': { kind: 'same-engine', engine: 'duckdb:a.db' },
  'no-engine': { kind: 'no-engine', file },
  'engine-not-read': { kind: 'engine-not-read', engine: 'duckdb:a.db' },
  'no-table-column': { kind: 'no-table-column', engine: 'duckdb:a.db', table: 't', column: 'c', columns: ['a', 'b'] },
  'no-table-codes': {
    kind: 'no-table-codes',
    engine: 'duckdb:a.db',
    table: 't',
    columns: ['a', 'b'],
    remedies: [{ kind: 'code-column' }],
  },
  'table-changed': { kind: 'table-changed', engine: 'duckdb:a.db', before: 5, after: 6 },
  'folder-not-empty': { kind: 'folder-not-empty', file },
  'broken-result': { kind: 'broken-result', file, line: 3 },
  'next-round': { kind: 'next-round', file: 'round', run: 'psql -f 7-meeting.sql' },
  'no-ledger': { kind: 'no-ledger', file, remedies: [{ kind: 'ledger' }] },
  'not-a-ledger': { kind: 'not-a-ledger', file, remedies: [{ kind: 'ledger' }] },
  'newer-ledger': { kind: 'newer-ledger', file },
  'ledger-busy': { kind: 'ledger-busy', file, holder: '12 host' },
  'ledger-full': { kind: 'ledger-full', file },
  'ledger-read-only': { kind: 'ledger-read-only', file },
  'ledger-damaged': { kind: 'ledger-damaged', file },
  'ledger-unusable': { kind: 'ledger-unusable', file, reason: 'EIO' },
  'same-ledger': { kind: 'same-ledger', file },
  'no-problem': { kind: 'no-problem', number: 'P-000009' },
  'not-to-exempt': { kind: 'not-to-exempt', number: 'P-000009', why: 'closed' },
  'no-unit': { kind: 'no-unit', unit: '甲', units: ['乙'] },
  'no-list': { kind: 'no-list', file },
  'no-return': { kind: 'no-return', file },
  'no-form': { kind: 'no-form', file },
  'form-is-no-xlsx': { kind: 'form-is-no-xlsx', file, reason: 'zip' },
  'not-confirmed': { kind: 'not-confirmed', period: '2026-11', remedies: [{ kind: 'yes' }] },
  'annotate-engine': { kind: 'annotate-engine' },
  'nothing-to-submit': { kind: 'nothing-to-submit' },
};

/** One warning of each code. */
const warnings: { [Code in WarningCode]: WarningFacts & { code: Code } } = {
  'small-denominator': { code: 'small-denominator', count: 2000, records: 10000 },
  'title-rows': { code: 'title-rows', file, count: 2 },
  undecodable: { code: 'undecodable', file, line: 4, count: 2, remedies: [{ kind: 'encoding' }] },
  'open-quote': { code: 'open-quote', file, line: 4 },
  'multiline-cell': { code: 'multiline-cell', file, line: 4, count: 3 },
  'cell-count': { code: 'cell-count', file, line: 4, count: 2 },
  'no-names': { code: 'no-names', file, remedies: [{ kind: 'name-column' }] },
  'names-not-compared': { code: 'names-not-compared', file, count: 3, remedies: [{ kind: 'name-column' }] },
  'name-by-content': { code: 'name-by-content', file, column: '甲', remedies: [{ kind: 'name-column' }] },
  'other-code-columns': {
    code: 'other-code-columns',
    file,
    column: '甲',
    names: columns,
    remedies: [{ kind: 'code-column' }],
  },
  'licence-table': {
    code: 'licence-table',
    file,
    column: '甲',
    category: '乙',
    remedies: [{ kind: 'licences' }],
  },
  'licence-columns-absent': { code: 'licence-columns-absent', file, roles: ['category', 'body-code'] },
  'too-many-bodies': { code: 'too-many-bodies', count: 100_000 },
  'skipped-lines': { code: 'skipped-lines', file, line: 4, count: 2, why: 'foot' },
  'escape-guessed': { code: 'escape-guessed', file, line: 4, count: 2 },
  'cut-characters': { code: 'cut-characters', file, line: 4, count: 2 },
  'mixed-encodings': { code: 'mixed-encodings', file, line: 4, count: 2 },
  'merged-cells': { code: 'merged-cells', file, count: 2 },
  'no-rows-in-table': { code: 'no-rows-in-table', file },
  'no-table': { code: 'no-table', file },
  'own-workbook': { code: 'own-workbook', file, what: 'report' },
  'damaged-skipped': { code: 'damaged-skipped', file, failure: { kind: 'is-empty', file } },
  'unnamed-duplicates': { code: 'unnamed-duplicates', count: 2 },
  'no-units': { code: 'no-units', file, remedies: [{ kind: 'unit-column' }] },
  'empty-sheet': { code: 'empty-sheet', file },
  'hidden-sheet': { code: 'hidden-sheet', file, remedies: [{ kind: 'hidden-sheet' }] },
  'sheet-without-codes': { code: 'sheet-without-codes', file, remedies: [{ kind: 'code-column' }] },
  'skipped-files': { code: 'skipped-files', file, count: 6, names: ['1', '2', '3', '4', '5', '6'] },
  'json-scalars': { code: 'json-scalars', file, count: 2, line: 3 },
  'bulk-lines': { code: 'bulk-lines', file, count: 2 },
  'rows-elsewhere': { code: 'rows-elsewhere', file, count: 2 },
  'object-keys': { code: 'object-keys', file, count: 2, names: ['0', '1'] },
  'dropped-keys': { code: 'dropped-keys', file, count: 1, names: ['k'] },
  'formula-without-value': { code: 'formula-without-value', file, count: 3 },
  'no-snapshot': { code: 'no-snapshot', file },
};

const faces: Face[] = ['command', 'page', 'library'];
const voices = (['zh', 'en'] as const).flatMap((lang) => faces.map((face): Voice => ({ lang, face })));

describe.each(voices)('$lang, $face', (voice) => {
  const said = [
    ...Object.values(refusals).map((refusal) => describeRefusal(refusal, voice)),
    ...Object.values(warnings).map((facts) => describeWarning(facts, voice).message),
  ];

  test('whole sentences', () => {
    for (const text of said) {
      expect(text).toMatch(voice.lang === 'zh' ? /[。？：]$/ : /[.?:]$/);
      expect(text).not.toMatch(/undefined|null|NaN|\[object|\$\{/);
      expect(text).not.toMatch(/[。，；：！？]{2}|[.,;:!?]{2}|？。/);
    }
  });

  test('flags are named by the command only, and options by the library', () => {
    for (const text of said) {
      const named = text.match(/--[a-z-]+/g) ?? [];
      if (voice.face === 'library') expect(named).toEqual([]);
      // What cannot be had in a page: the command is named, with its flag.
      if (voice.face === 'page') expect(named.filter((flag) => flag !== '--max-expand')).toEqual([]);
      if (voice.face !== 'library') expect(text).not.toMatch(/[a-z]Column\b|tempDir|maxExpandBytes/);
    }
  });

  test('facts travel to the report', () => {
    expect(describeWarning(warnings['cell-count'], voice)).toMatchObject({
      code: 'cell-count',
      file,
      line: 4,
      count: 2,
    });
    expect(Object.keys(describeWarning(warnings['skipped-files'], voice))).not.toContain('names');
  });
});

test.each(Object.keys(remedies.command) as RemedyKind[])('remedy %s: the command names a flag', (kind) => {
  for (const lang of ['zh', 'en'] as const) {
    expect(describeRemedy({ kind }, { lang, face: 'command' })).toMatch(
      { 'xls-package': /e965/, licences: /uscc licences/ }[kind as string] ?? /--[a-z]/,
    );
  }
});
