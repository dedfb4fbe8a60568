import { isMissing } from '../../code/cell/missing.ts';
import { clean } from '../../code/cell/normalize.ts';
import type { LineReason } from '../../messages/line-reason.ts';
import { foldHeader } from './fold-header.ts';

/** What lines are compared with. Plain data: it travels between threads. */
export interface KnownLines {
  /** The header's cells, folded; empty when there is none. */
  header: string[];
  /** Lines above and under it, each folded and joined. */
  others: string[];
  codeColumn: number;
  /** -1: there is none. */
  nameColumn: number;
}

/** What a line turned out to be: a record (null), none, or a header with its columns in another order. */
export type LineVerdict = LineReason | 'reordered-header' | null;

/**
 * Whether a line that has no clean code is no record. Never when its code cell could be a code, but for a cell that repeats the header's.
 *
 * The whole file is not known here, only the line: so that every reader of it says the same, wherever it begins.
 */
export function judgeLine(cells: readonly string[], known: KnownLines): LineVerdict {
  const code = cells[known.codeColumn] ?? '';
  const mayBeCode = couldBeCode(code);
  if (mayBeCode && foldHeader(code) !== known.header[known.codeColumn]) return null;
  const folded = cells.map(foldHeader);
  const header = judgeHeader(folded, known, mayBeCode);
  if (header !== null) return header;
  if (mayBeCode) return null;
  if (known.others.includes(joinCells(folded))) return 'repeated-lines';
  if (isPadding(cells)) return 'padding';
  const filled = folded.filter((cell) => cell !== '');
  if (isQueryTool(cells, filled)) return 'query-tool';
  return isFoot(folded, known) ? 'foot' : null;
}

/** What stands before a number that is no code: `联系电话：13800000000`. */
const otherNumber = /^\s*(联系电话|联系方式|电话|手机|手机号|传真|([填制报打导统][表报印出计送])?(日期|时间))\s*:/;

/** Nine or more letters and digits, four of them digits: never thrown away unseen. */
export function couldBeCode(cell: string): boolean {
  const plain = cell.normalize('NFKC');
  if (otherNumber.test(plain)) return false;
  return countOf(plain, /[0-9A-Za-z]/g) >= 9 && countOf(plain, /[0-9]/g) >= 4;
}

/** Cells of a line as one text, empty ones at its end left out. */
export function joinCells(folded: readonly string[]): string {
  let end = folded.length;
  while (end > 0 && folded[end - 1] === '') end--;
  return folded.slice(0, end).join('\u0001');
}

function judgeHeader(
  folded: string[],
  { header, codeColumn, nameColumn }: KnownLines,
  mayBeCode: boolean,
): LineVerdict {
  const codeHeader = header[codeColumn] ?? '';
  if (codeHeader === '') return null;
  const codeAt = folded.indexOf(codeHeader);
  if (codeAt < 0) return null;
  const nameHeader = nameColumn < 0 ? '' : (header[nameColumn] ?? '');
  const nameIsElsewhere =
    nameHeader !== '' && folded[nameColumn] !== nameHeader && folded.some((cell) => cell === nameHeader);
  if (folded[codeColumn] === codeHeader) return nameIsElsewhere ? 'reordered-header' : 'repeated-header';
  if (mayBeCode) return null;
  const filled = folded.filter((cell) => cell !== '');
  const known = filled.filter((cell) => header.includes(cell)).length;
  return known * 2 >= filled.length && (known > 1 || filled.length === 1) ? 'reordered-header' : null;
}

function isPadding(cells: readonly string[]): boolean {
  return cells.some((cell) => cell !== '') && cells.every((cell) => /^[\0\x1a\s\ufeff]*$/.test(cell));
}

const rule = /^[|+:]*[-=─━═┼┬┴├┤┌┐└┘╪╫|+:]{3,}[|+:]*$/;
const rowCount =
  /^\(?(query ok,?)?(已选择|返回|共返回|影响|fetched:?|retrieved|selected|records?[:=]|total[:=]?)?\d+(rows?|行|条|records?|tuples?|个记录)(\(s\))?(记录|inset|affected|selected|returned|受影响|已选择|retrieved|fetched)?(\(.*\)|,.*)?[.。;]?\)?$/;
const toolLine =
  /^(time(taken)?:|timetaken|elapsed:|已用时间|用时|执行时间|耗时|sql>|mysql>|query(ok|executed)|\d+rowsinset|emptyset|completiontime|完成时间|fetched:?\d+row|bye$|\\\.$|norowsselected|未选定行)/;

function isQueryTool(cells: readonly string[], filled: string[]): boolean {
  if (filled.length === 0) return false;
  if (filled.every((cell) => rule.test(cell)) && filled.some((cell) => countOf(cell, /[-=─━═]/g) >= 3)) {
    return cells.length === 1 || filled.length > 1 || filled[0] === undefined ? true : /^[|+]/.test(filled[0]);
  }
  const whole = filled.join(',');
  return filled.length <= 2 && (rowCount.test(whole) || toolLine.test(whole));
}

const amount = String.raw`(共?[\d.,]+(条|家|户|个|行|项|人|页|元|万元)?)?`;
const totals = new RegExp(
  `^(本页|本表|本单位|全市|全县|全区|全省|以上)?(合计|总计|小计|共计|累计|总数|合计数|总合计|分类合计|total|grandtotal|subtotal|sum)(数|户数|家数|人数|条数)?[:]?${amount}$`,
);
const sums = /^共(计|有)?\d+(条|家|户|个|行|项|页)(记录|数据|企业|单位|主体|商户)?[。.]?$/;
const signed =
  /^(填表人|填报人|填表|填报|制表|制表人|制单|编制|编制人|审核|审核人|复核|复核人|校对|核对|经办|经办人|负责人|单位负责人|部门负责人|分管领导|主管领导|领导签字|统计负责人|统计人|审批人|联系人|签字|签名|签章|盖章|公章|单位盖章|单位公章|填报单位|填表单位|报送单位|制表单位|填报日期|填表日期|填报时间|填表时间|制表日期|制表时间|报送日期|报送时间|打印日期|打印时间|打印人|导出日期|导出时间|导出人|统计日期|统计时间|备注|附注|附|注|说明|填写说明|填报说明|填表说明|编制说明|注释|注意|注意事项|提示|声明|备注说明)\d*(\([^()]*\))?$/;
const signedWith = /^(日期|时间|单位|来源|数据来源|联系电话|电话|联系方式|传真|邮箱|资料来源)(\([^()]*\))?$/;
const closing =
  /^([(（]?(盖章|公章|签章|单位盖章|单位公章)[)）]?|以下(空白|无正文|无数据|无记录|为空)|[-—=*]*(完|结束|end)[-—=*]*|第\d+页(,?共\d+页)?|数据(截至|截止).*|(截至|截止)[^,]*|[*※★].*(必填|选填|表示|说明|注意).*)[。.]?$/;
const numbered = /^\(?\d{1,2}[.、)][^\d].{4,}[。;.]$/;

/** Totals, signatures and notes: such a word is a cell by itself, or stands before a colon. */
function isFoot(folded: string[], { codeColumn, nameColumn }: KnownLines): boolean {
  const firstAt = folded.findIndex((cell) => cell !== '');
  if (firstAt < 0) return false;
  const isWord = (cell: string): boolean =>
    totals.test(cell) || sums.test(cell) || isSigned(cell) || closing.test(cell);
  const isAlone = folded.every((cell, at) => cell === '' || at === firstAt);
  const first = folded[firstAt] ?? '';
  const starts = isWord(first) || (isAlone && numbered.test(first));
  // A serial number before the word: `13, 合计, …`.
  const second = folded.slice(firstAt + 1).find((cell) => cell !== '') ?? '';
  if (!starts && !(/^\d{1,7}$/.test(first) && totals.test(second))) return false;
  const name = nameColumn < 0 ? '' : (folded[nameColumn] ?? '');
  const nameIsFree = name === '' || nameColumn === firstAt || isWord(name) || !readsAsOrganization(name);
  const code = folded[codeColumn] ?? '';
  const codeIsFree = code === '' || isWord(code) || codeColumn === firstAt || !isMissing(clean(code)) || nameIsFree;
  return nameIsFree && codeIsFree;
}

function isSigned(cell: string): boolean {
  const colon = cell.indexOf(':');
  const word = colon < 0 ? cell : cell.slice(0, colon);
  return (
    signed.test(word) ||
    (colon >= 0 && signedWith.test(word)) ||
    (/^(备注|说明|附注|注)\d*[.、]/.test(word) && word.length > 3)
  );
}

const organization =
  /(公司|集团|厂|店|铺|馆|社|所|中心|学校|小学|中学|大学|学院|幼儿园|医院|诊所|协会|学会|商会|委员会|基金会|合作社|合伙|行|站|部|院|局|处|队|场|庄|城|坊|室|园|吧|屋|府|联盟|联合会|工会|工作室|超市|酒店|饭店|宾馆|银行|药房|经营部|门市部|事务所|研究所|分公司|办公室|人民政府|村民委员会|居民委员会|支行|网吧|理发|餐厅|食堂|茶楼|会所)(\([^()]*\))?$/;

/** Whether a cell ends as names of organizations do. */
export function readsAsOrganization(cell: string): boolean {
  return cell.length >= 4 && organization.test(cell.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ''));
}

function countOf(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
