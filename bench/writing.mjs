// npm run bench:writing -- [--rows 50000] [--turns 9]
//
// What each quoting routine of our own saves against csv-stringify, on the shape that it writes: CPU seconds a million rows, medians of
// turns that take the contenders one after the other. Prints Markdown. Their bytes are held against each other first.
import { parseArgs } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import { generateRegistry } from '../dist/src/generate/registry.js';
import { formatFindings } from '../dist/src/report/lists/findings-csv.js';
import { createCsvLines } from '../dist/src/tables/delimited/csv-lines.js';
import { quoteCell } from '../dist/src/tables/delimited/quote-cell.js';
import { formatCsv } from '../dist/src/write/delimited.js';
import { formatCell, joinRows } from '../dist/src/write/list-rows.js';
import { medianOf } from './measure.mjs';

const { values } = parseArgs({
  options: { rows: { type: 'string', default: '50000' }, turns: { type: 'string', default: '9' } },
});
const rowCount = Number(values.rows);
const turns = Number(values.turns);
const lengthOf = (rows, make) => Array.from({ length: rows }, (_, row) => make(row));

const findings = lengthOf(rowCount, (row) => ({
  file: 0,
  row: row * 97 + 1,
  line: row * 97 + 2,
  partition: 'erroneous',
  issue: { code: 'check-digit', at: 18, actual: '3', expected: '7' },
  notes: [],
  code: `91370900MA3C${100000 + row}`,
  normalized: `91370900MA3C${100000 + row}`,
  suggestion: `91370900MA3D${100000 + row}`,
  authority: '9',
  region: '370900',
  name: row % 20 === 0 ? '泰安市"好又多"超市' : '泰安市岱岳区新华贸易有限公司',
  unit: '岱岳区市场监督管理局',
}));
const context = { files: ['2026-11.csv'], sheets: [null], lang: 'zh', notes: false };
const findingRows = lengthOf(rowCount, (row) => [
  ...['2026-11.csv', row * 97 + 1, row * 97 + 2, 'error', 'check-digit', `91370900MA3C${100000 + row}`],
  ...[
    `91370900MA3C${100000 + row}`,
    '校验码不符：第 18 位应为 7，实为 3。',
    `91370900MA3D${100000 + row}`,
    '9',
    '370900',
  ],
  ...[row % 20 === 0 ? '泰安市"好又多"超市' : '泰安市岱岳区新华贸易有限公司', '岱岳区市场监督管理局', '', ''],
]);
const removedRows = lengthOf(rowCount, (row) => [
  'export,2026.csv',
  row + 1,
  row + 2,
  'repeated',
  'export,2026.csv',
  row,
]);
const tableRows = lengthOf(rowCount, (row) => [
  ...[`91370900MA3C${100000 + row}`, '泰安市岱岳区新华贸易有限公司', '王某', '有限责任公司', '100万元', '2019-03-01'],
  ...['岱岳区市场监督管理局', '泰安市岱岳区新华路 8 号, 2 单元'],
]);

function drainLines() {
  const lines = createCsvLines();
  let bytes = 0;
  for (const row of tableRows) {
    lines.write(row);
    bytes += lines.take()?.length ?? 0;
  }
  return bytes + (lines.take(true)?.length ?? 0);
}

const encoder = new TextEncoder();
const truthless = { rows: rowCount, shape: 'quoted', chunkBytes: 1 << 20 };
const generated = [];
for (const chunk of generateRegistry(truthless)) generated.push(chunk.slice());
const generatedCells = new TextDecoder()
  .decode(Buffer.concat(generated))
  .trimEnd()
  .split('\n')
  .map((line) => line.slice(1, -1).split('","'));

/** Each case: the rows of a contender, and what it makes of them. */
const cases = {
  'findings.csv: 15 columns': {
    ours: () => joinRows(findingRows.map((row) => row.map(formatCell))),
    stringifier: () => formatCsv(findingRows),
    equal: true,
  },
  'findings.csv with explanations, as `check --out` writes it': { ours: () => formatFindings(findings, context) },
  'removed rows of dedup: 6 columns before a row that is copied': {
    ours: () => removedRows.map((row) => `${row.map((cell) => quoteCell(String(cell))).join(',')}\n`).join(''),
    stringifier: () => stringify(removedRows),
    equal: true,
  },
  'JSON, Parquet or workbook to the scanner: 8 columns': {
    ours: drainLines,
    stringifier: () => encoder.encode(stringify(tableRows)).length,
    equal: true,
  },
  'generate: 8 columns in quotes, made up and written; the library only writes': {
    ours: () => {
      for (const _ of generateRegistry(truthless));
    },
    stringifier: () => encoder.encode(stringify(generatedCells, { quoted: true })),
  },
};

const rows = [['case', 'ours', 'csv-stringify', 'ratio']];
for (const [name, { ours, stringifier, equal }] of Object.entries(cases)) {
  if (equal && ours() !== stringifier()) throw new Error(`${name}: the bytes differ`);
  const seconds = { ours: [], stringifier: [] };
  for (let turn = -2; turn < turns; turn++) {
    for (const [contender, run] of Object.entries({ ours, stringifier })) {
      if (run === undefined) continue;
      const used = measureCpu(run);
      if (turn >= 0) seconds[contender].push(used * (1e6 / rowCount));
    }
  }
  const [own, other] = [medianOf(seconds.ours), stringifier === undefined ? null : medianOf(seconds.stringifier)];
  rows.push([name, own.toFixed(2), other?.toFixed(2) ?? '', other === null ? '' : (other / own).toFixed(1)]);
}
const [head, ...body] = rows.map((row) => `| ${row.join(' | ')} |`);
process.stdout.write(`CPU seconds a million rows\n\n${[head, '|---|---:|---:|---:|', ...body].join('\n')}\n`);

function measureCpu(run) {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1e6;
}
