/** 2023-7-1, 2023/07/01, 2023.7.1, 2023年7月1日, or a month without its day; then perhaps a time. */
const parted = /^(\d{4})(?:[-/.年](\d{1,2}))(?:[-/.月](\d{1,2}))?(?:日|月)?(?!\d)/;
/** 20230701, and 20230701123000. */
const packed = /^(\d{4})(\d{2})(\d{2})(?:\d{6})?(?!\d)/;
const clock = /(?:^|[T\s])(\d{1,2})[:时](\d{1,2})(?:[:分](\d{1,2}))?/;
const serial = /^\d{5}(\.\d+)?$/;
/** Day 25569 of a spreadsheet is 1970-01-01. */
const serialOfEpoch = 25_569;
const millisecondsPerDay = 86_400_000;

/**
 * A date as a number that grows with it, or null when the text is none: `2023-07-01`, `2023/7/1`, `2023.7.1`, `2023年7月1日`,
 * `20230701`, each also with a time after it, `2023-07`, and the day numbers of spreadsheets (`45108`).
 *
 * @example dateOrder('2023年7月1日') === dateOrder('20230701') // true
 */
export function dateOrder(text: string): number | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}'"]+/gu, '')
    .replace(/\s*([-/.年月日])\s*/g, '$1')
    .trim();
  if (serial.test(plain)) return Math.round((Number(plain) - serialOfEpoch) * millisecondsPerDay);
  const date = parted.exec(plain) ?? packed.exec(plain);
  if (date === null) return null;
  const [whole, year, month, day = '1'] = date;
  const midnight = findDay(Number(year), Number(month), Number(day));
  if (midnight === null) return null;
  const [, hour = '0', minute = '0', second = '0'] = clock.exec(plain.slice(whole.length)) ?? [];
  return midnight + ((Number(hour) * 60 + Number(minute)) * 60 + Number(second)) * 1000;
}

/** Null when there is no such day. */
function findDay(year: number, month: number, day: number): number | null {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() : null;
}
