// npm run bench -- [--parts single,process,shapes,cases] [--rows 1e6,1e7] [--shape-rows 2e6] [--case-rows 3e6] [--tiny-files 2e4] [--runs 9]
//
// Prints Markdown, and writes everything as JSON under bench/results. Test files are made once, under bench/data.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { measureCases, renderCases } from './cases.mjs';
import { describeMachine } from './machine.mjs';
import { measureProcesses, measureShapes, renderProcesses, renderShapes } from './process.mjs';
import { measureSingle, renderSingle } from './single.mjs';

const { values } = parseArgs({
  options: {
    parts: { type: 'string', default: 'single,process,shapes,cases' },
    rows: { type: 'string', default: '1e6,1e7' },
    'shape-rows': { type: 'string', default: '2e6' },
    'case-rows': { type: 'string', default: '3e6' },
    'tiny-files': { type: 'string', default: '2e4' },
    runs: { type: 'string', default: '9' },
    milliseconds: { type: 'string', default: '1000' },
  },
});
const parts = values.parts.split(',');
const runs = Number(values.runs);
const machine = describeMachine();
const result = { date: new Date().toISOString(), machine };
const { cpu, cores, memoryGiB, system, versions } = machine;
const print = (text) => process.stdout.write(`${text}\n\n`);

print(`${cpu}, ${cores} cores, ${memoryGiB} GiB, ${system}`);
print(
  Object.entries(versions)
    .map(([name, version]) => `${name} ${version}`)
    .join(', '),
);
if (parts.includes('single')) {
  result.single = await measureSingle(Number(values.milliseconds));
  print(renderSingle(result.single));
}
if (parts.includes('process')) {
  result.processes = [];
  for (const rows of values.rows.split(',').map(Number)) {
    const measured = measureProcesses({ rows, runs });
    result.processes.push(measured);
    print(`Contenders in turn, file cached.\n\n${renderProcesses(measured)}`);
  }
}
if (parts.includes('shapes')) {
  result.shapes = measureShapes({ rows: Number(values['shape-rows']), runs });
  print(renderShapes(result.shapes));
}
if (parts.includes('cases')) {
  const rows = Number(values['case-rows']);
  result.cases = measureCases({ rows, tinyFiles: Number(values['tiny-files']), runs });
  print(renderCases(result.cases));
}
const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const path = new URL(`${result.date.slice(0, 19).replaceAll(':', '')}.json`, folder);
writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
process.stderr.write(`written to ${fileURLToPath(path)}\n`);
