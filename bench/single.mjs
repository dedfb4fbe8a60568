import { stdnum } from 'stdnum';
import { Bench } from 'tinybench';
import { isSocialCreditCode } from 'util-helpers';
import { generateRegistry } from '../dist/src/generate/registry.js';
import * as toolkit from '../dist/src/index.js';
import { renderTable, showCount } from './table.mjs';

const codeCount = 10_000;
/** Counts answers, so that the engine cannot leave the work out. */
let taken = 0;

/**
 * Single-code functions, in codes a second on one thread.
 *
 * @param {number} milliseconds for each function
 */
export async function measureSingle(milliseconds) {
  const good = makeCodes((code) => code);
  const wrong = makeCodes((code) => code.slice(0, 17) + (code.endsWith('0') ? '1' : '0'));
  const messy = makeCodes((code) => ` ${code.slice(0, 8)}-${code.slice(8).toLowerCase()} `);
  const tasks = [
    ['validate, conforming', (code) => toolkit.validate(code), good],
    ['validate, wrong check character', (code) => toolkit.validate(code), wrong],
    ['isValid, conforming', (code) => toolkit.isValid(code), good],
    ['isValid, wrong check character', (code) => toolkit.isValid(code), wrong],
    ['normalize, conforming', (code) => toolkit.normalize(code), good],
    ['normalize, spaces, dash and small letters', (code) => toolkit.normalize(code), messy],
    ['repair, wrong check character', (code) => toolkit.repair(code), wrong.slice(0, 100)],
    ['stdnum.CN.uscc.validate, conforming', (code) => stdnum.CN.uscc.validate(code).isValid, good],
    ['util-helpers isSocialCreditCode, conforming', (code) => isSocialCreditCode(code), good],
  ];
  const results = [];
  for (const [name, work, codes] of tasks) results.push({ name, ...(await measureTask(work, codes, milliseconds)) });
  return { codes: codeCount, results, rightAnswers: countRight(good), taken };
}

/** One bench a function, so that none meets code that another has made slow for the engine. */
async function measureTask(work, codes, milliseconds) {
  const bench = new Bench({ time: milliseconds, warmupTime: milliseconds / 2 });
  bench.add('task', () => {
    for (const code of codes) if (work(code)) taken++;
  });
  await bench.run();
  const [task] = bench.tasks;
  const { result } = task ?? {};
  if (result?.state !== 'completed') throw new Error(`not measured: ${result?.state}`);
  return { codesPerSecond: (codes.length * 1000) / result.latency.p50 };
}

/** How many of the right codes each takes for right. */
function countRight(codes) {
  return {
    'uscc-toolkit': codes.filter((code) => toolkit.isValid(code)).length,
    stdnum: codes.filter((code) => stdnum.CN.uscc.validate(code).isValid).length,
    'util-helpers': codes.filter((code) => isSocialCreditCode(code)).length,
  };
}

/** Flat strings of their own, as a program has them when it read them from somewhere. */
function makeCodes(change) {
  const codes = [];
  for (const chunk of generateRegistry({ rows: codeCount, columns: 'code-name' })) {
    for (const line of new TextDecoder().decode(chunk).split('\n')) {
      if (/^[0-9A-Z]{18},/.test(line)) codes.push(Buffer.from(change(line.slice(0, 18))).toString());
    }
  }
  return codes;
}

/** @param {Awaited<ReturnType<typeof measureSingle>>} single */
export function renderSingle({ codes, results, rightAnswers }) {
  const rows = results.map(({ name, codesPerSecond }) => [name, showCount(codesPerSecond)]);
  const right = Object.entries(rightAnswers).map(([name, count]) => `${name} ${showCount(count)}`);
  return `${renderTable(['one code, one thread', 'codes/s'], rows)}\n\nOf ${showCount(codes)} right codes taken for right: ${right.join(', ')}.`;
}
