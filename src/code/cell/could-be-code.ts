import { isRegistrationNumber } from './legacy.ts';

/** Numbers that are no code: `联系电话：13800000000`, `12 rows in set (0.00 sec)`, a time. */
const otherNumber =
  /(联系方式|电话|手机号?|传真|日期|时间)\s*:[\s\d\-—/.:()年月日时分秒]*|^\s*\(?\d[\d,]*\s+(rows?|records?)\b.*|^\s*(19|20)\d\d[-/.]\d{1,2}[-/.]\d{1,2}\s+\d{1,2}:\d{2}[:.\d]*\s*$/gi;

/** Whether a cell could be meant as a code: nine or more letters and digits, four of them digits, or an older number in words. */
export function couldBeCode(cell: string): boolean {
  const plain = cell.normalize('NFKC').replace(otherNumber, '');
  const letters = plain.match(/[0-9A-Za-z]/g)?.length ?? 0;
  const digits = plain.match(/[0-9]/g)?.length ?? 0;
  return (letters >= 9 && digits >= 4) || isRegistrationNumber(plain.trim());
}
