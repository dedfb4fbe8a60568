import { allDresses, type Dress, gentleDresses } from './dress.ts';
import type { Shape } from './options.ts';
import type { RowRandom } from './random.ts';
import type { RowStyle } from './row-writer.ts';

/** A row's style and the dress of its code. */
export interface Look extends RowStyle {
  dress: Dress;
}

const plain: Look = { delimiter: 0x2c, newline: 'lf', quoted: 0, strayQuotes: false, multiline: false, dress: 'none' };
const everyCell = 0xff;

/** The look of all rows of a shape; `mixed` draws a look for every row. */
export const looks: Readonly<Record<Shape, Look>> = {
  plain,
  quoted: { ...plain, quoted: everyCell },
  tab: { ...plain, delimiter: 0x09 },
  apostrophe: { ...plain, dress: 'apostrophe' },
  crlf: { ...plain, newline: 'crlf' },
  lower: { ...plain, dress: 'lower' },
  loose: { ...plain, strayQuotes: true },
  legacy: plain,
  twice: plain,
  mixed: plain,
  multiline: { ...plain, multiline: true },
};

const newlines: readonly [Look['newline'], ...Look['newline'][]] = ['lf', 'crlf', 'cr', 'lf'];

/** Draws a look. Gentle: only dresses that suit any value. */
export function drawLook(random: RowRandom, gentle: boolean): Omit<Look, 'strayQuotes'> {
  const bits = random.next();
  return {
    delimiter: plain.delimiter,
    newline: random.pick(newlines),
    quoted: bits & 3 ? 0 : (bits >>> 2) & 1 ? everyCell : (bits >>> 3) & everyCell,
    multiline: ((bits >>> 14) & 7) === 0,
    dress: (bits >>> 17) & 1 ? 'none' : random.pick(gentle ? gentleDresses : allDresses),
  };
}
