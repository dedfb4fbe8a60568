/**
 * Packs the table of administrative divisions into `regions.data.ts`; `unpack.ts` is the other half and draws the format.
 *
 *   node src/regions/pack.mjs regions.csv > src/regions/regions.data.ts
 *
 * The table (areacodes project, CC0 1.0) has a row for each period of each code, county level and up, from 1981 on, with the
 * columns 代码,一级行政区,二级行政区,名称,级别,状态,启用时间,变更/弃用时间,新代码. A code keeps its last name.
 */
import { readFileSync } from 'node:fs';

const signs = Array.from({ length: 94 }, (_, index) => String.fromCharCode(33 + index)).filter(
  (sign) => !"'\\".includes(sign),
);
const leads = [...'ABCDEFGHIJKLMNOP'];
const singles = signs.filter((sign) => !leads.includes(sign));
const suffixes = '县 区 市 自治县 地区 旗 自治州 省 盟 林区 自治旗 矿区 自治区 特区 特别行政区'.split(' ').concat('');
const longestFirst = [...suffixes].sort((left, right) => right.length - left.length);

const csvPath = process.argv[2];
if (csvPath === undefined) {
  process.stderr.write('usage: node src/regions/pack.mjs regions.csv > src/regions/regions.data.ts\n');
  process.exitCode = 2;
} else {
  process.stdout.write(pack(readEntries(readFileSync(csvPath, 'utf8'))));
}

function pack(entries) {
  const known = new Map(entries.map((entry) => [entry.code, entry]));
  const ordered = entries.filter((entry) => entry.inUse).concat(entries.filter((entry) => !entry.inUse));
  const table = rankCharacters(new Set(ordered.map((entry) => entry.stem)));
  const streams = {
    suffixes: suffixes.join(' '),
    codes: packCodes(entries),
    characters: packTable(table),
    ...packNames(ordered, table),
    formerPrefectures: ordered.map((entry) => packFormerPrefecture(entry, known)).join(''),
  };
  const lines = Object.entries(streams).map(([name, value]) => {
    if (/['\\\n]/.test(value)) throw new Error(`${name} would need escaping`);
    return `export const ${name} =\n  '${value}';\n`;
  });
  return `// Made by pack.mjs from the CC0 table of the areacodes project; do not edit. The format is drawn in unpack.ts.\n${lines.join('')}`;
}

/** One entry a code, in ascending order: the row in use, or else the one that ended last. */
function readEntries(csv) {
  const [header, ...rows] = csv
    .replace(/^\uFEFF/, '')
    .trim()
    .split(/\r?\n/);
  const columns = header.split(',');
  const latest = new Map();
  for (const row of rows) {
    const cells = row.split(',');
    const cell = (column) => cells[columns.indexOf(column)];
    const inUse = cell('状态') === '在用';
    const until = inUse ? Number.POSITIVE_INFINITY : Number(cell('变更/弃用时间'));
    const code = cell('代码');
    if ((latest.get(code)?.until ?? -1) >= until) continue;
    const name = cell('名称');
    const suffix = longestFirst.find((end) => name.endsWith(end) && name.length > end.length);
    const stem = name.slice(0, name.length - suffix.length);
    latest.set(code, {
      code,
      inUse,
      until,
      name,
      suffix,
      stem,
      province: cell('一级行政区'),
      prefecture: cell('二级行政区'),
    });
  }
  return [...latest.values()].sort((left, right) => Number(left.code) - Number(right.code));
}

function packCodes(entries) {
  let packed = '';
  let last = 0;
  let next = 0;
  for (const { code, inUse } of entries) {
    const prefix = Number(code.slice(0, 4));
    const number = Number(code.slice(4));
    if (prefix !== last) {
      packed += prefix === last + 1 ? ' ' : `(${prefix - last})`;
      next = 0;
    }
    for (; number > next; next += Math.min(26, number - next))
      packed += String.fromCharCode(64 + Math.min(26, number - next));
    packed += inUse ? '+' : '-';
    last = prefix;
    next = number + 1;
  }
  return packed;
}

/** Frequent characters first: one sign, then two; within a band in the order of their code points, which is cheap to write. */
function rankCharacters(stems) {
  const counts = new Map();
  for (const character of [...stems].join('')) counts.set(character, (counts.get(character) ?? 0) + 1);
  const ranked = [...counts].sort((left, right) => right[1] - left[1]).map(([character]) => character);
  const bounds = [0, singles.length, singles.length + 2 * signs.length, ranked.length];
  if (ranked.length > singles.length + leads.length * signs.length) throw new Error('too many characters');
  return bounds.slice(1).flatMap((end, band) => ranked.slice(bounds[band], end).sort());
}

function packTable(table) {
  let last = 0;
  return table
    .map((character) => {
      const step = (character.charCodeAt(0) - last + 65536) % 65536;
      last = character.charCodeAt(0);
      return packNumber(step);
    })
    .join('');
}

function packNames(ordered, table) {
  const written = new Map();
  const streams = { kinds: '', stems: '', references: '' };
  let reference = 0;
  for (const [index, { stem, suffix }] of ordered.entries()) {
    const kind = suffixes.indexOf(suffix);
    const earlier = written.get(stem);
    if (earlier === undefined) {
      streams.kinds += String.fromCharCode(65 + kind);
      streams.stems += `${[...stem].map((character) => packCharacter(table.indexOf(character))).join('')} `;
      written.set(stem, [index]);
      continue;
    }
    const target = reference + 1;
    reference = earlier.reduce((best, at) => (Math.abs(at - target) < Math.abs(best - target) ? at : best));
    const step = reference - target;
    streams.kinds += String.fromCharCode(97 + kind);
    streams.references += packNumber(step < 0 ? -2 * step - 1 : 2 * step);
    earlier.push(index);
  }
  return streams;
}

function packCharacter(rank) {
  const rest = rank - singles.length;
  return rest < 0 ? singles[rank] : leads[Math.floor(rest / signs.length)] + signs[rest % signs.length];
}

/** The name of a county's prefecture, where it is not the last name of that prefecture. */
function packFormerPrefecture({ code, province, prefecture, name }, known) {
  const inProvince = code.endsWith('0000');
  if (known.get(`${code.slice(0, 2)}0000`)?.name !== province) throw new Error(`${code}: unknown province`);
  const parent = known.get(`${code.slice(0, 4)}00`);
  const expected = inProvince ? '' : parent === undefined || parent.code.endsWith('0000') ? '直辖' : parent.name;
  if (prefecture === expected || (parent?.code === code && prefecture === name)) return '';
  return `${code}${prefecture}`;
}

/** Below 60 in one sign; above, signs from 60 on carry the low base-31 digits and come first. */
function packNumber(value) {
  let packed = '';
  let rest = value;
  while (rest >= 60) {
    packed += signs[60 + (rest % 31)];
    rest = Math.floor(rest / 31);
  }
  return packed + signs[rest];
}
