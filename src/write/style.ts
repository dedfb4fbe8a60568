/** Emphasis, as the output can show it. */
export interface Style {
  good(text: string): string;
  bad(text: string): string;
  strong(text: string): string;
  faint(text: string): string;
}

const same = (text: string): string => text;
const wrap =
  (code: number, end: number) =>
  (text: string): string =>
    `\u001b[${code}m${text}\u001b[${end}m`;

/** For files, pipes, and people who set NO_COLOR. */
export const plainStyle: Style = { good: same, bad: same, strong: same, faint: same };

/** For terminals. */
export const colorStyle: Style = { good: wrap(32, 39), bad: wrap(31, 39), strong: wrap(1, 22), faint: wrap(2, 22) };
