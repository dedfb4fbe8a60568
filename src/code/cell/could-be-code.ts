import { isRegistrationNumber } from './legacy.ts';

/** Numbers that are no code: `联系电话：13800000000`, `12 rows in set (0.00 sec)`, a time. */
const otherNumber =
  /(联系方式|电话|手机号?|传真|日期|时间)\s*:[\s\d\-—/.:()年月日时分秒]*|^\s*\(?\d[\d,]*\s+(rows?|records?)\b.*|^\s*(19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}[:.\d]*\s*$/gi;

/** Most cells: none of those numbers, and nothing full-width. */
const plain = /^[0-9A-Za-z.+\u4e00-\u9fff-]*$/;

/** Whether a cell could be meant as a code: nine or more letters and digits, four of them digits, or an older number in words. */
export function couldBeCode(cell: string): boolean {
  const text = plain.test(cell) ? cell : cell.normalize('NFKC').replace(otherNumber, '');
  let digits = 0;
  let letters = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 0x30 && unit <= 0x39) digits++;
    else if ((unit | 0x20) >= 0x61 && (unit | 0x20) <= 0x7a) letters++;
  }
  return (digits + letters >= 9 && digits >= 4) || isRegistrationNumber(text.trim());
}
