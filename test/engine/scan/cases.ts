/** One text and the records it holds, by csv-parse's rules as the guide states them. Run against every scanner. */
export interface ScanCase {
  name: string;
  text: string;
  /** Cells of every record that is not blank. */
  records: string[][];
  /** Line of each record, where it is not 1, 2, 3 … */
  lines?: number[];
  blankRows?: number;
  openQuotes?: number[];
  glued?: number[];
}

const long = 'x'.repeat(70_000);
const lines = (count: number): string => Array.from({ length: count }, (_, index) => `l${index}`).join('\n');

export const scanCases: ScanCase[] = [
  {
    name: 'plain',
    text: 'a,b\nc,d\n',
    records: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    name: 'no line break at the end',
    text: 'a,b\nc,d',
    records: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    name: 'CRLF',
    text: 'a,b\r\nc,d\r\n',
    records: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    name: 'CR only',
    text: 'a,b\rc,d\r',
    records: [
      ['a', 'b'],
      ['c', 'd'],
    ],
  },
  {
    name: 'mixed line breaks',
    text: 'a,b\r\nc,d\ne,f\rg,h',
    records: [
      ['a', 'b'],
      ['c', 'd'],
      ['e', 'f'],
      ['g', 'h'],
    ],
  },
  {
    name: 'LF CR is two line breaks',
    text: 'a,b\n\rc,d\n',
    records: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    lines: [1, 3],
  },
  {
    name: 'empty lines are nothing',
    text: '\n\na,b\n\r\n\nc,d\n\n',
    records: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    lines: [3, 6],
  },
  {
    name: 'rows of empty cells are blank',
    text: 'a,b\n,\n"",""\n,,,\nc,d\n',
    records: [
      ['a', 'b'],
      ['c', 'd'],
    ],
    lines: [1, 5],
    blankRows: 3,
  },
  { name: 'white space is not empty', text: ' ,\n,\n', records: [[' ', '']], blankRows: 1 },
  {
    name: 'quoted cells',
    text: '"a","b,c"\n"d""e","f"\n',
    records: [
      ['a', 'b,c'],
      ['d"e', 'f'],
    ],
  },
  {
    name: 'line breaks in quotes',
    text: '"a","b\nc"\n"d\r\ne",f\n"g\rh",i\n',
    records: [
      ['a', 'b\nc'],
      ['d\r\ne', 'f'],
      ['g\rh', 'i'],
    ],
    lines: [1, 3, 5],
  },
  { name: 'an empty quoted cell makes a line a record', text: '""\nx\n', records: [['x']], lines: [2], blankRows: 1 },
  {
    name: 'a quote inside a cell stays',
    text: '上海"好又多"超市,a"b\nx"y,z\n',
    records: [
      ['上海"好又多"超市', 'a"b'],
      ['x"y', 'z'],
    ],
  },
  {
    name: 'text after the closing quote keeps the quotes',
    text: '"a"b,c\n"a" ,"d"e"\n',
    records: [
      ['"a"b', 'c'],
      ['"a" ', '"d"e"'],
    ],
  },
  { name: 'doubled quotes before stray text are one', text: '"a""b"c,d\n', records: [['"a"b"c', 'd']] },
  { name: 'two quotes and text', text: '""a,b\n', records: [['""a', 'b']] },
  { name: 'three quotes', text: '"""a",b\n', records: [['"a', 'b']] },
  { name: 'a NUL after the closing quote ends the quoting', text: '"a"\0b,c\n', records: [['a\0b', 'c']] },
  { name: 'NUL bytes are characters', text: '\0a,b\0\n', records: [['\0a', 'b\0']] },
  { name: 'few and many cells', text: 'a\nb,c,d\ne,f\n', records: [['a'], ['b', 'c', 'd'], ['e', 'f']] },
  {
    name: 'open quote at the end',
    text: 'a,b\n"c,d\ne,f\n',
    records: [
      ['a', 'b'],
      ['"c', 'd'],
      ['e', 'f'],
    ],
    openQuotes: [2],
  },
  {
    name: 'open quote in a later cell',
    text: 'a,b\nc,"d\ne,f',
    records: [
      ['a', 'b'],
      ['c', '"d'],
      ['e', 'f'],
    ],
    openQuotes: [2],
  },
  { name: 'a quote that opens the next cell closes this one', text: '"a,"b\n', records: [['"a,"b']] },
  { name: 'a lone quote at the end', text: 'a,b\n"', records: [['a', 'b'], ['"']], openQuotes: [2] },
  {
    name: 'open over 64 KiB',
    text: `"a,b\n${long},c\n"d",e\n`,
    records: [
      ['"a', 'b'],
      [long, 'c'],
      ['d', 'e'],
    ],
    openQuotes: [1],
  },
  {
    name: 'open over 100 lines',
    text: `"a,b\n${lines(120)}\n"d",e\n`,
    records: [
      ['"a', 'b'],
      ...lines(120)
        .split('\n')
        .map((line) => [line]),
      ['d', 'e'],
    ],
    openQuotes: [1],
  },
  {
    name: '99 lines in a cell',
    text: `"${lines(99)}",b\nc,d\n`,
    records: [
      [lines(99), 'b'],
      ['c', 'd'],
    ],
    lines: [1, 100],
  },
  {
    name: 'a long cell is a cell',
    text: `${long},b\nc,${long}\n`,
    records: [
      [long, 'b'],
      ['c', long],
    ],
  },
  {
    name: 'glued by a stray quote',
    text: 'a,b\n"c,d\ne",f,g\nh,i\n',
    records: [
      ['a', 'b'],
      ['c,d\ne', 'f', 'g'],
      ['h', 'i'],
    ],
    lines: [1, 2, 4],
    glued: [2],
  },
];
