/** Beyond this a number is written in scientific notation, as JavaScript does. */
const largestWrittenOut = 1e21;

/**
 * The text of a number in a cell that holds a number, from what the file says.
 *
 * Digits are kept as the file has them: a program that writes `913501001234567812` into a workbook has lost nothing. A number with
 * a point or an exponent has been through a double. Excel keeps 15 digits, so when 15 say it all they are written and filled up with
 * zeros (`9.13501001234567E+17` → `913501001234567000`), else the digits are those of the double itself
 * (`9.1350100123456781E+17` → `913501001234567808`). Either way the rules can tell that it has been rounded.
 */
export function writeNumber(source: string): string {
  if (/^[0-9]+$/.test(source)) return source;
  const value = Number(source);
  if (source.trim() === '' || !Number.isFinite(value)) return source;
  return Number.isInteger(value) ? writeInteger(value) : /e/i.test(source) ? String(value) : source;
}

/** The digits of a double that is whole. */
export function writeInteger(value: number): string {
  if (Math.abs(value) >= largestWrittenOut) return String(value);
  if (Number.isSafeInteger(value)) return String(value);
  const short = Number(value.toPrecision(15));
  // Such a double is closest to the 15 digits and zeros, which JavaScript's own shortest form may cut no further.
  return short === value ? expand(value.toPrecision(15)) : BigInt(value).toString();
}

/** `9.13501001234567e+17` as digits. */
function expand(text: string): string {
  const match = /^(-?)(\d)\.?(\d*)e\+(\d+)$/.exec(text);
  if (match === null) return text;
  const [, sign = '', first = '', rest = '', exponent = ''] = match;
  return sign + first + rest.padEnd(Number(exponent), '0');
}

/** A number format as far as it changes what a cell says. */
export type NumberFormat = { kind: 'date' | 'date-time' | 'time' } | { kind: 'digits'; count: number } | null;

/** Date formats that Excel has built in; 27–36 and 50–58 are those of Chinese, Japanese and Korean Excel. */
export function findBuiltInFormat(id: number): NumberFormat {
  if (
    (id >= 14 && id <= 17) ||
    (id >= 27 && id <= 31) ||
    id === 36 ||
    (id >= 50 && id <= 54) ||
    (id >= 57 && id <= 58)
  ) {
    return { kind: 'date' };
  }
  if (id === 22) return { kind: 'date-time' };
  return (id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47) || id === 55 || id === 56
    ? { kind: 'time' }
    : null;
}

/** What a format a person has defined makes of a number: `yyyy"年"m"月"`, `000000000000000`. */
export function readFormat(code: string): NumberFormat {
  const zeros = /^(0{2,})$/.exec(code);
  if (zeros !== null) return { kind: 'digits', count: code.length };
  const bare = (code.split(';')[0] ?? '')
    .replace(/"[^"]*"|\\.|_.|\*./g, '')
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '');
  const hasDate = /[yd]/i.test(bare);
  const hasTime = /[hs]|am\/pm/i.test(bare);
  if (hasDate) return { kind: hasTime ? 'date-time' : 'date' };
  if (hasTime) return { kind: 'time' };
  return /m/i.test(bare) ? { kind: 'date' } : null;
}

const dayMilliseconds = 86_400_000;
const lastSerial = 2_958_466;

/** A date as Excel counts it, in ISO 8601: `2023-07-01`, with the time when there is one. Null: not a date Excel knows. */
export function writeDate(serial: number, kind: 'date' | 'date-time' | 'time', is1904: boolean): string | null {
  if (!(serial >= 0) || serial >= lastSerial) return null;
  // Excel believes that 1900 was a leap year; day 60 was never there.
  const days = is1904 ? serial + 1462 : serial < 60 ? serial + 1 : serial;
  const text = new Date(Math.round((days - 25_569) * 86_400) * 1000).toISOString();
  if (kind === 'time' && serial < 1) return text.slice(11, 19);
  const hasTime = (Math.round(serial * 86_400) * 1000) % dayMilliseconds !== 0;
  return hasTime ? `${text.slice(0, 10)} ${text.slice(11, 19)}` : text.slice(0, 10);
}
