import type { Issue, NoteCode, Partition } from '../../src/code/verdict.ts';

/** One cell and what it has to turn out to be. */
export interface Case {
  why: string;
  cell: string;
  partition: Partition;
  /** The primary issue, with every fact it should carry; null for none. */
  issue: Issue | null;
  /** Defaults to the cell. */
  normalized?: string;
  /** Without region facts. */
  notes?: NoteCode[];
}

const code = '91350100M000100Y43';
const tidied = (why: string, cell: string, normalized = code): Case => ({
  why,
  cell,
  normalized,
  partition: 'conforming',
  issue: null,
  notes: ['format'],
});
const conforming = (why: string, cell: string, notes?: NoteCode[]): Case => ({
  why,
  cell,
  partition: 'conforming',
  issue: null,
  ...(notes === undefined ? {} : { notes }),
});
const missing = (cell: string, normalized: string, notes?: NoteCode[]): Case => ({
  why: `a way to write nothing: ${JSON.stringify(cell)}`,
  cell,
  normalized,
  partition: 'missing',
  issue: { code: 'missing' },
  ...(notes === undefined ? {} : { notes }),
});
const plain = (why: string, cell: string, partition: Partition, issue: Issue['code'], normalized = cell): Case => ({
  why,
  cell,
  normalized,
  partition,
  issue: { code: issue },
  ...(normalized === cell ? {} : { notes: ['format'] }),
});

export const cases: readonly Case[] = [
  conforming('the code most textbooks print', code),
  conforming('a listed company, digits only but for the last', '9144030071526726XG'),
  conforming('a listed company, digits only', '914403001922038216'),
  conforming('a ministry', '12100000400010275N'),
  conforming('an authority that is a letter', 'N2370902MF1234567L'),
  conforming('a check character that is 0', '913709001234101300'),
  conforming('an authority × category pair that no list has', 'B9370900123456796A', ['authority-category']),

  // Row 1.
  missing('', ''),
  missing('   ', '', ['format']),
  missing('\u3000\u00a0\t\r\n', '', ['format']),
  missing('无', '无'),
  missing(' 暂 无 ', '暂无', ['format']),
  missing('办理中。', '办理中', ['format']),
  missing('一', '一'),
  missing('null', 'NULL', ['format']),
  missing('(NULL)', 'NULL', ['format']),
  missing('n/a', 'N/A', ['format']),
  missing('Ｎ／Ａ', 'N/A', ['format']),
  missing('#N/A', '#N/A'),
  missing('#REF!', '#REF!'),
  missing('#VALUE!', '#VALUE!'),
  missing('\\N', '\\N'),
  missing('NaN', 'NAN', ['format']),
  missing('-', '', ['format']),
  missing('————', '', ['format']),
  missing('ーー', '', ['format']),
  missing('──', '', ['format']),
  missing('−', '', ['format']),
  missing('暂无代码', '暂无代码'),
  missing('待补充', '待补充'),
  missing('（空白）', '空白', ['format']),
  missing('#NAME?', '#NAME?'),
  missing('#DIV/0!', '#DIV/0!'),
  missing('#NUM!', '#NUM!'),
  missing('#NULL!', '#NULL!'),
  missing('/', '/'),
  missing('\\', '\\'),
  missing('***', '***'),
  missing('？？', '??', ['format']),
  missing('××', '××'),
  missing('-/-', '/', ['format']),
  missing('...', '', ['format']),
  missing('""', '', ['format']),
  missing('="" ', '', ['format']),
  missing('()', '', ['format']),
  missing('0', '0'),
  missing('0.0', '0.0'),
  missing('0.00.', '0.00', ['format']),
  missing('000000000000000000', '000000000000000000'),
  missing('00000000000000000x', '00000000000000000X', ['format']),
  missing('00000000X', '00000000X'),
  plain('an X alone is no row of zeros', 'X', 'erroneous', 'length'),
  plain('a word inside more words', '无此代码', 'erroneous', 'length'),
  plain('zeros with a dash are an organization code', '00000000-0', 'unconverted', 'organization-code', '000000000'),

  // Row 2.
  plain('Excel, two decimals', '9.14E+17', 'erroneous', 'spreadsheet-notation'),
  plain('small e, no sign', '9.14403e17', 'erroneous', 'spreadsheet-notation', '9.14403E17'),
  plain('a decimal comma', '9,14E+17', 'erroneous', 'spreadsheet-notation'),
  plain('no decimals, quoted', "'9E+17", 'erroneous', 'spreadsheet-notation', '9E+17'),
  plain('full-width', '９．１４Ｅ＋１７', 'erroneous', 'spreadsheet-notation', '9.14E+17'),
  plain('18 characters with decimals', '9.144030071526E+17', 'erroneous', 'spreadsheet-notation'),
  plain('a negative exponent is none', '9.14E-17', 'erroneous', 'length', '9.14E17'),
  {
    why: '18 characters of the alphabet with an E are a code first',
    cell: '9135010012345E1224',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '4', expected: 'P' },
  },

  // Row 3.
  {
    why: 'a letter O for a zero',
    cell: '9135O100M000100Y43',
    partition: 'erroneous',
    issue: { code: 'charset', at: 5, actual: 'O' },
  },
  {
    why: 'the first of two',
    cell: '9135010OM00O100Y43',
    partition: 'erroneous',
    issue: { code: 'charset', at: 8, actual: 'O' },
  },
  {
    why: 'a character beyond 16 bits is one character',
    cell: '91350100M000100Y4𠮷',
    partition: 'erroneous',
    issue: { code: 'charset', at: 18, actual: '𠮷' },
  },
  {
    why: 'a small letter that upper case would change, but not ASCII',
    cell: '91350100M000100Y4é',
    partition: 'erroneous',
    issue: { code: 'charset', at: 18, actual: 'é' },
  },
  {
    why: 'digits of another script are no digits',
    cell: '٩١٣٥٠١٠٠M000100Y43',
    partition: 'erroneous',
    issue: { code: 'charset', at: 1, actual: '٩' },
  },
  {
    why: '18 Han characters',
    cell: '统'.repeat(18),
    partition: 'erroneous',
    issue: { code: 'charset', at: 1, actual: '统' },
  },

  // Row 4.
  {
    why: 'a resident ID number, the published example',
    cell: '11010519491231002X',
    normalized: '110105********002X',
    partition: 'erroneous',
    issue: { code: 'identity-number' },
  },
  {
    why: 'the same, as people write it',
    cell: ' 110105 19491231 002x',
    normalized: '110105********002X',
    partition: 'erroneous',
    issue: { code: 'identity-number' },
    notes: ['format'],
  },
  {
    why: '29 February in a common year',
    cell: '110105190002290025',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '5', expected: '7' },
  },
  {
    why: '29 February 2000',
    cell: '110105200002290021',
    normalized: '110105********0021',
    partition: 'erroneous',
    issue: { code: 'identity-number' },
  },
  {
    why: 'one with a slip in its last character',
    cell: '370902199001011231',
    normalized: '370902********1231',
    partition: 'erroneous',
    issue: { code: 'identity-number' },
  },
  {
    why: 'a listed pair, but no province at the third position',
    cell: '110105194912310021',
    normalized: '110105********0021',
    partition: 'erroneous',
    issue: { code: 'identity-number' },
  },
  {
    why: 'a listed pair and a province: a code',
    cell: '511502199001011232',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '2', expected: '0' },
  },
  {
    why: 'nobody was born tomorrow',
    cell: '370902209901011231',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '1', expected: '9' },
    notes: ['authority-category'],
  },
  {
    why: 'no province at the first',
    cell: '390902199001011231',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '1', expected: '3' },
  },
  {
    why: 'the year 1800',
    cell: '110105180012310027',
    normalized: '110105********0027',
    partition: 'erroneous',
    issue: { code: 'identity-number' },
  },
  {
    why: 'nobody was born in 1799',
    cell: '110105179912310024',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '4', expected: '7' },
  },
  {
    why: 'or will be in 2100 for a while',
    cell: '110105210001010023',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '3', expected: '7' },
  },
  {
    why: 'an ID number and two digits, the tax number of a self-employed person',
    cell: '11010519491231002X01',
    normalized: '110105********002X01',
    partition: 'erroneous',
    issue: { code: 'length' },
  },

  // Row 5.
  {
    why: 'a letter in the region',
    cell: '91A50100M000100Y43',
    partition: 'erroneous',
    issue: { code: 'region-format', at: 3, actual: 'A' },
  },
  {
    why: 'a letter in the region, both check characters right',
    cell: '9135010AM000100Y4K',
    partition: 'erroneous',
    issue: { code: 'region-format', at: 8, actual: 'A' },
  },

  // Row 6.
  ...['91350211M0000XUF46', '91350100M0001TGQXM', '91350203M0001FUE2P', '91350203M0001QKT19', '91350211M00013FA1N'].map(
    (cell): Case => ({ why: 'a real pilot-era code', cell, partition: 'conforming', issue: { code: 'pilot-era' } }),
  ),
  {
    why: 'a pilot-era code, dirty',
    cell: '9135-0211-m0000xuf46',
    normalized: '91350211M0000XUF46',
    partition: 'conforming',
    issue: { code: 'pilot-era' },
    notes: ['format'],
  },
  {
    why: 'a pilot-era code, its check character wrong',
    cell: '91350211M0000XUF47',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '7', expected: 'R' },
  },

  {
    why: 'the pilot-era sum holds, GB 11714 does not',
    cell: '91350211M0000XUF05',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '5', expected: 'D' },
  },
  {
    why: 'the pilot-era rule holds, but for a letter in the region',
    cell: '9135B211M0000XUF4F',
    partition: 'erroneous',
    issue: { code: 'region-format', at: 5, actual: 'B' },
  },

  // Row 7.
  {
    why: 'a wrong check character',
    cell: '91350100M000100Y44',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '4', expected: '3' },
  },
  {
    why: 'the system forgot "31 −"',
    cell: '91350100M000100Y4W',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: 'W', expected: '3', diagnosis: 'complement' },
  },
  {
    why: 'Excel kept 15 digits',
    cell: '914403001922038000',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '0', expected: '1', diagnosis: 'spreadsheet-rounding' },
  },
  {
    why: 'a double',
    cell: '914403001922038272',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: '2', expected: 'Q', diagnosis: 'spreadsheet-rounding' },
  },
  {
    why: 'an unknown pair is noted on a wrong code too',
    cell: 'B9370900123456796B',
    partition: 'erroneous',
    issue: { code: 'check-digit', at: 18, actual: 'B', expected: 'A' },
    notes: ['authority-category'],
  },

  // Row 8.
  {
    why: 'GB 32100 holds, GB 11714 does not',
    cell: '91350100M000100Y56',
    partition: 'erroneous',
    issue: { code: 'organization-check-digit', at: 17, actual: '5', expected: '4' },
  },

  // Row 10.
  plain('15 digits', '110108000000016', 'unconverted', 'registration-number'),
  plain('15 digits, spaces', '1101 0800 0000 016', 'unconverted', 'registration-number', '110108000000016'),
  plain('13 digits', '1101081234567', 'unconverted', 'registration-number'),
  plain('a cooperative', '370900NA000001X', 'unconverted', 'registration-number'),
  plain('another letter', '370900NB000001X', 'unconverted', 'registration-number'),
  plain('a foreign-funded enterprise', '企独粤深总字第300001号', 'unconverted', 'registration-number'),
  plain('without 第 and 号', '企合苏字0123', 'unconverted', 'registration-number'),
  plain('six Han', '企作一二三四五六字第123', 'unconverted', 'registration-number'),
  plain('seven Han', '企作一二三四五六七字第123', 'erroneous', 'length'),
  plain('no Han', '企外字第123', 'erroneous', 'length'),
  plain('two digits', '企外苏字第12', 'erroneous', 'length'),
  plain('a letter in brackets', '（A）123456789012', 'unconverted', 'registration-number', '(A)123456789012'),
  plain('a letter in other brackets', '〔A〕12345678901234', 'unconverted', 'registration-number'),
  plain('a letter', 'b123456789012', 'unconverted', 'registration-number', 'B123456789012'),
  {
    why: 'a letter in brackets and 15 digits are 18 characters',
    cell: '(A)123456789012345',
    partition: 'erroneous',
    issue: { code: 'charset', at: 1, actual: '(' },
  },
  plain('a letter and 15 digits', 'B123456789012345', 'unconverted', 'registration-number'),
  plain('a letter and 11 digits', 'B12345678901', 'erroneous', 'length'),
  plain('a letter and 16 digits', 'B1234567890123456', 'erroneous', 'length'),
  plain('an open bracket', '(A123456789012', 'erroneous', 'length'),

  // Rows 11 and 12.
  plain('region and organization code', '110108802100433', 'unconverted', 'taxpayer-number'),
  plain('region and organization code with letters', '35010078901234I7', 'erroneous', 'length'),
  plain('region and organization code that ends in X', '11010871526726X', 'unconverted', 'taxpayer-number'),
  plain('an organization code', '802100433', 'unconverted', 'organization-code'),
  plain('with a hyphen', '80210043-3', 'unconverted', 'organization-code', '802100433'),
  plain('with an X', '71526726-x', 'unconverted', 'organization-code', '71526726X'),
  plain('its check character wrong', '802100434', 'erroneous', 'length'),
  plain('GB 11714 counts I O S V Z', 'IOSVZ0000', 'erroneous', 'length'),

  // Rows 13 and 14.
  plain('15 digits, nothing holds', '110108000000017', 'erroneous', 'registration-check-digit'),
  plain('17 characters', '91350100M000100Y4', 'erroneous', 'length'),
  plain('19 characters', '91350100M000100Y433', 'erroneous', 'length'),
  plain('two codes', `${code},${code}`, 'erroneous', 'length'),
  plain('a name', '泰安市某某有限公司', 'erroneous', 'length'),
  plain('an emoji', '😀', 'erroneous', 'length'),
  plain('half an emoji', '\ud83d', 'erroneous', 'length'),

  // Normalizing.
  tidied('spaces', ' 9135 0100 M000 100Y 43 '),
  tidied('full-width', '９１３５０１００Ｍ０００１００Ｙ４３'),
  tidied('mathematical digits', '𝟗𝟏𝟑𝟓𝟎𝟏𝟎𝟎𝐌𝟎𝟎𝟎𝟏𝟎𝟎𝐘𝟒𝟑'),
  tidied('a circled digit', '9135010⓪M000100Y43'),
  tidied('small letters', code.toLowerCase()),
  tidied('the Kelvin sign is a K', '91370900MA1000041K'.replace(/K/g, '\u212a'), '91370900MA1000041K'),
  tidied('dashes of all kinds', '91-35‐01‑00–M0—00−10ー0Y─43'),
  tidied('invisible characters', '\ufeff9135\u200b0100\u00adM000\u2028100Y43\u0000'),
  tidied('a tab that keeps Excel from calculating', `\t${code}`),
  tidied('an apostrophe', `'${code}`),
  tidied('a formula', `="${code}"`),
  tidied('a formula with spaces', ` = "${code}" `),
  tidied('quotes', `"${code}"`),
  tidied('curly quotes', `“${code}”`),
  tidied('back quotes, single quotes', `\`'${code}'\``),
  tidied('brackets', `（${code}）`),
  tidied('square brackets', `【${code}】`),
  tidied('brackets inside quotes', `"(${code})"`),
  tidied('punctuation at the end', `${code}。`),
  tidied('a lot of punctuation at the end', `${code}；,、:.`),
  tidied('punctuation after brackets is outside them', `[${code}、]`),
  plain('quotes inside brackets are not at the ends', `("${code}")`, 'erroneous', 'length', `"${code}"`),
  plain('only one pair of brackets', `((${code}))`, 'erroneous', 'length', `(${code})`),
  plain('brackets that do not match', `(${code}]`, 'erroneous', 'length'),
  plain('brackets that are two pairs', `(${code.slice(0, 9)})(${code.slice(9)})`, 'erroneous', 'length'),
  plain('an equals sign without a quote', `=${code}`, 'erroneous', 'length'),
  plain('punctuation at the beginning', `:${code}`, 'erroneous', 'length'),
  plain('punctuation before a closing quote stays in front of it', `"${code}".`, 'erroneous', 'length', `${code}"`),
];
