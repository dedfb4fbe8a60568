// npm run bench:repair -- [--codes 100000] [--authority 9] [--place 3709] [--seed 1] [--kinds swap,round]
//
// How often the code that was damaged is the first suggestion, among the first three, among the first five. Every kind of damage has
// codes of its own: all listed pairs of authority and category, or those of one authority, and all regions in use, or those that begin
// so, each as likely as any other. With a place, the shares of its regions and authorities are handed in too. Prints Markdown, and writes everything as JSON under bench/results.
import { mkdirSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { seededRandom } from '../dist/src/code/random.js';
import { createPrior, generate, isValid, repair } from '../dist/src/index.js';
import { regionCodes, regions } from '../dist/src/regions/index.js';
import { repairWithRegistry } from '../dist/src/suspects/repair-with-registry.js';
import * as damages from './damages.mjs';
import { describeMachine } from './machine.mjs';
import { makeName, retype } from './names.mjs';
import { renderTable, showCount } from './table.mjs';

/** Kind, what it is called, and what is promised without a registry: this share among the first so many. */
const kinds = [
  ['substitute', 'one wrong character, any for any', 3, 0.97],
  ['swap', 'two neighbours swapped', 3, 0.97],
  ['misread', 'one taken for another: 0/8 1/7 5/6 B/8 D/0 …', 1, 0.8],
  ['misreadOutside', 'look-alike outside the alphabet: O I S Z V, Greek, Cyrillic', 1, 0.95],
  ['everyZero', 'every 0 as the letter O', 1, 0.95],
  ['complement', 'complement of the check character', 1, 0.95],
  ['organizationCheck', 'wrong check character of the organization code, 18th made to fit', 1, null],
  ['double', 'one character doubled', 1, 0.95],
  ['insert', 'one character too many', 1, null],
  ['leaveOut', 'one character missing', 5, 0.9],
  ['round', '15 digits kept, then 000 (Excel)', 5, 0.9],
  ['roundToDouble', 'every digit of the nearest double (pandas)', 5, 0.9],
  ['roundToShortest', 'the nearest double as JavaScript prints it', 5, 0.9],
  ['roundToNotation', '15 digits and an exponent (Excel)', 5, 0.9],
  ['wrap', 'something written around it', 1, null],
];
/** One suggestion in so many that is not the answer is registered too, under another name. */
const takenEvery = 4;

const { values } = parseArgs({
  options: {
    codes: { type: 'string', default: '100000' },
    authority: { type: 'string' },
    place: { type: 'string', default: '' },
    seed: { type: 'string', default: '1' },
    kinds: { type: 'string', default: kinds.map(([kind]) => kind).join(',') },
  },
});
const damageOf = new Map(Object.entries(damages));
const codeCount = Number(values.codes);
const inUse = regionCodes().filter((region) => region.startsWith(values.place));

/** @param {string} kind @param {number} seed */
function makeCases(kind, seed) {
  const random = seededRandom(seed);
  const damage = damageOf.get(kind);
  const cases = [];
  while (cases.length < codeCount) {
    const code = generate({ random, region: inUse, ...(values.authority ? { authority: values.authority } : {}) });
    const wrong = damage(code, random);
    if (wrong === null || wrong === code || isValid(wrong)) continue;
    const name = makeName(random);
    cases.push({ code, wrong, name, typed: retype(name, random) });
  }
  return cases;
}

/** @param {ReturnType<typeof makeCases>} cases @param {(one: { wrong: string, typed: string }) => { value: string }[]} suggest */
function measure(cases, suggest) {
  const ranks = [];
  for (const one of cases.slice(0, 2000)) suggest(one);
  const before = process.cpuUsage();
  const answers = cases.map((one) => suggest(one));
  const { user, system } = process.cpuUsage(before);
  for (const [index, answer] of answers.entries()) {
    ranks.push(answer.findIndex(({ value }) => value === cases[index]?.code));
  }
  const among = (count) => ranks.filter((rank) => rank >= 0 && rank < count).length / ranks.length;
  const suggested = answers.reduce((sum, { length }) => sum + length, 0);
  return {
    first: among(1),
    firstThree: among(3),
    firstFive: among(5),
    anywhere: among(Number.POSITIVE_INFINITY),
    suggestions: suggested / cases.length,
    microseconds: (user + system) / cases.length,
  };
}

/** The right codes under their names, and some of the wrong suggestions under other names. */
function makeRegistry(cases, random) {
  const registry = new Map(cases.map(({ code, name }) => [code, [name]]));
  for (const { wrong } of cases) {
    for (const { value } of repair(wrong, { regions })) {
      if (!registry.has(value) && random() < 1 / takenEvery) registry.set(value, [makeName(random)]);
    }
  }
  return registry;
}

function countPrior(cases) {
  const count = (keys) => {
    const counts = new Map();
    for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
    return counts;
  };
  return createPrior({
    regions: count(cases.map(({ code }) => code.slice(2, 8))),
    authorities: count(cases.map(({ code }) => code.charAt(0))),
  });
}

const machine = describeMachine();
const result = {
  date: new Date().toISOString(),
  machine,
  codes: codeCount,
  authority: values.authority ?? null,
  place: values.place,
  kinds: [],
};
for (const [index, [kind, title, among, promised]] of kinds.entries()) {
  if (!values.kinds.split(',').includes(kind)) continue;
  const seed = Number(values.seed) + index;
  const cases = makeCases(kind, seed);
  const bare = measure(cases, ({ wrong }) => repair(wrong));
  const prior = values.place === '' ? undefined : countPrior(cases);
  const withRegions = measure(cases, ({ wrong }) => repair(wrong, { regions, prior }));
  const registry = makeRegistry(cases, seededRandom(seed + 1000));
  const withRegistry = measure(cases, ({ wrong, typed }) =>
    repairWithRegistry(wrong, { regions, prior, registry, name: typed }),
  );
  result.kinds.push({ kind, title, promised: { among, share: promised }, bare, withRegions, withRegistry });
  process.stderr.write(`${kind}\n`);
}

const percent = (share) => `${(share * 100).toFixed(2)}%`;
const promise = ({ among, share }) =>
  share === null ? '' : `${share * 100}% ${among === 1 ? 'first' : `in ${among}`}`;
const rows = result.kinds.map(({ title, promised, bare, withRegions, withRegistry }) => [
  title,
  promise(promised),
  ...[withRegions.first, withRegions.firstThree, withRegions.firstFive, bare.firstThree, withRegistry.first].map(
    percent,
  ),
  withRegions.microseconds.toFixed(0),
]);
const header = ['damage', 'promised', 'first', 'in 3', 'in 5', 'in 3, no regions', 'first, registry', 'µs a code'];
process.stdout.write(`${showCount(codeCount)} codes a kind, ${machine.cpu}\n\n${renderTable(header, rows)}\n`);

const folder = new URL('results/', import.meta.url);
mkdirSync(folder, { recursive: true });
const path = new URL(`repair-${result.date.slice(0, 19).replaceAll(':', '')}.json`, folder);
writeFileSync(path, `${JSON.stringify(result, null, 2)}\n`);
process.stderr.write(`written to ${fileURLToPath(path)}\n`);
