/** What stands before a number that is no code: `联系电话：13800000000`. */
const otherNumber = /^\s*(联系电话|联系方式|电话|手机|手机号|传真|([填制报打导统][表报印出计送])?(日期|时间))\s*:/;

/** Whether a cell could be meant as a code: nine or more letters and digits, four of them digits. */
export function couldBeCode(cell: string): boolean {
  const plain = cell.normalize('NFKC');
  if (otherNumber.test(plain)) return false;
  return (plain.match(/[0-9A-Za-z]/g)?.length ?? 0) >= 9 && (plain.match(/[0-9]/g)?.length ?? 0) >= 4;
}
