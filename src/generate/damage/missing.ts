import type { Damage, DamageKind } from './subject.ts';

/** What stands in the code column when there is no code. */
const nothings = [
  ...[
    '',
    ' ',
    '无',
    '暂无',
    '-',
    'NULL',
    '0',
    '/',
    '没有',
    '#N/A',
    '——',
    '未知',
    '000000000000000000',
    'N/A',
    '空',
    '不详',
  ],
  ...[
    '--',
    '\\N',
    'null',
    '无代码',
    '0.00',
    '未提供',
    '*',
    'None',
    '办理中',
    '00000000000000000X',
    '.',
    '一',
    'nan',
    'NIL',
  ],
  ...['#REF!', '\\', '×××', '#VALUE!', '___', 'undefined', '???', 'NA', '　', "'"],
];

const ways = nothings.map(
  (text): Damage =>
    () =>
      text,
);

export const missing: DamageKind = { kind: 'missing', ways: [() => '', ...ways.slice(1)] };
