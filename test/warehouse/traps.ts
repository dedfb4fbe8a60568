import { seededRandom } from '../../src/code/random.ts';
import { generate } from '../../src/index.ts';

/** A code cell that an engine could take for another, and why it might. */
export interface Trap {
  code: string | null;
  why: string;
}

const clean = '91350100M000100Y43';
const other = '914403001922038216';
const marks: [text: string, why: string][] = [
  [' ', 'blank'],
  ['\t', 'tab'],
  ['\u00a0', 'no-break space'],
  ['\u3000', 'ideographic space'],
  ['\ufeff', 'byte order mark'],
  ['\u200b', 'zero-width space'],
  ['-', 'hyphen'],
  ['\u2212', 'minus sign'],
  ["'", 'apostrophe'],
  ['"', 'quote'],
  ['\\', 'backslash'],
  ['%', 'percent'],
  ['_', 'underscore'],
  ['\n', 'line feed'],
];

/** What engines trip over, and some thousand damaged codes from a seed. */
export function listTraps(): Trap[] {
  const traps: Trap[] = [
    { code: null, why: 'no value' },
    { code: '', why: 'empty, which Oracle takes for no value' },
    { code: clean, why: 'clean' },
    { code: clean, why: 'clean, again' },
    { code: clean.toLowerCase(), why: 'lower case, equal without regard to case' },
    { code: other, why: 'clean, digits only' },
    { code: '100000000000000000', why: 'the national bureau, wrong check characters' },
    { code: '9111000010169286XU', why: 'a public code' },
    { code: 'ſ1350100M000100Y43', why: 'a long s, whose upper case is S' },
    { code: '91350100M000100Y4３', why: 'a full-width digit' },
    { code: '９１３５０１００Ｍ０００１００Ｙ４３', why: 'full width' },
    { code: '91350100М000100Y43', why: 'a Cyrillic М' },
    { code: '91350100M000100Y4é', why: 'an accent that some collations ignore' },
    { code: '91350100M000100Y4e\u0301', why: 'the same, decomposed' },
    { code: '91350211M0000XUF46', why: 'pilot era' },
    { code: '统一社会信用代码统一社会信用代码代码', why: '18 Han characters' },
  ];
  for (const [mark, why] of marks) {
    traps.push({ code: mark + clean, why: `${why} before` }, { code: clean + mark, why: `${why} behind` });
    traps.push({ code: clean.slice(0, 9) + mark + clean.slice(9), why: `${why} within` });
    traps.push({ code: clean.slice(0, 17) + mark, why: `${why} for the last character` });
    traps.push({ code: mark, why: `${why} alone` });
  }
  const random = seededRandom(20);
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  for (let index = 0; index < 1_500; index++) {
    const code = generate({ random });
    const position = Math.floor(random() * 18);
    const letter = letters.charAt(Math.floor(random() * letters.length));
    traps.push({ code, why: 'generated' });
    traps.push({
      code: code.slice(0, position) + letter + code.slice(position + 1),
      why: `another character at ${position + 1}`,
    });
  }
  for (let pair = 0; pair < letters.length; pair++) {
    for (const first of '0123456789ANY') {
      const body = `${first}${letters.charAt(pair)}350100M000100Y4`;
      for (const last of '0123456789ABCDEFGHJKLMNPQRTUWXY') traps.push({ code: body + last, why: 'a pair' });
    }
  }
  for (let province = 0; province < 100; province++) {
    const body = `91${String(province).padStart(2, '0')}0000M000100Y4`;
    for (const last of '0123456789ABCDEFGHJKLMNPQRTUWXY') traps.push({ code: body + last, why: 'a province' });
  }
  return traps;
}
