import { isMissing } from '../../../code/cell/missing.ts';
import { clean } from '../../../code/cell/normalize.ts';
import { foldedCell } from '../../../tables/headers/fold-header.ts';
import type { KnownLines } from '../dialect.ts';

const counted = '(条|家|户|个|行|项|人|页|元|万元)(记录|数据|企业|单位|主体|商户)?';
const amount = String.raw`(共?[\d.,]+(${counted})?)?`;
const totals = new RegExp(
  `^(本页|本表|本单位|全市|全县|全区|全省|以上)?(合计|总计|小计|共计|累计|汇总|总数|合计数|总合计|分类合计|总(户|条|家|记录|企业|单位)数?|(记录|数据|企业|单位)(总数|合计|总计|条数|数)|grandtotal|subtotal|total|sum)(数|户数|家数|人数|条数)?(\\([^()]{1,4}\\))?[:]?${amount}$`,
);
const sums = new RegExp(`^共(计|有)?\\d+${counted}[。.]?$`);

const hands = '填表|填报|制表|制单|编制|审核|复核|校对|核对|审批|经办|报送|报表|打印|导出|统计|上报';
const people =
  '经手人|负责人|单位负责人|部门负责人|单位领导|分管领导|主管领导|领导|统计负责人|联系人|法定代表人|主管|科长|股长|处长|局长|主任|站长|所长';
const marks = '签字|签名|签章|盖章|公章|手签';
const remarks = '备注|附注|附|注|注释|注意|注意事项|提示|声明|(特别|备注|填写|填报|填表|编制|有关|其他|补充)?说明';
const signed = new RegExp(
  `^((${hands})(人|人员|员|者|单位|部门|机关|日期|时间|意见|条数)?(${marks})?|(${people})(${marks})|(单位|部门)?(${marks})|(单位|部门|机关)\\((${marks})\\)|单位负责人|部门负责人|负责人|经手人|统计负责人|分管领导|主管领导|联系人|${remarks})\\d*(\\([^()]*\\))?$`,
);
/** What is a signature before a colon only. */
const signedWith = new RegExp(
  `^(${people}|(会计主管|会计|记账|出纳|录入|操作|采集|审定|批准)(人|人员|员|日期|时间)?|日期|时间|单位|来源|数据来源|联系电话|联系方式|电话|手机|传真|邮箱|地址|邮编|资料来源|.{0,6}(${marks}))(\\([^()]*\\))?$`,
);
const closing =
  /^\(?(\(?(盖章|公章|签章|单位盖章|单位公章)\)?|以下(空白|无正文|无数据|无记录|为空)|[-—=*]*(完|结束|end)[-—=*]*|第\d+页([,/]?共\d+页)?|[-—]\d{1,4}[-—]|数据(截至|截止).*|(截至|截止)[^,]*|[*※★].*(必填|选填|表示|说明|注意).*)\)?[。.]?$/;
/** Only where nothing else stands in the line: a page's number, the day of a signature, a numbered note. */
const lone =
  /^(\d{1,4}\/\d{1,4}|第?\d{1,4}\/\d{1,4}页|(\d{2,4})?年\d{0,2}月\d{0,2}日|\(?(\d{1,2}|[一二三四五六七八九十]{1,2})[.、)][^\d].{2,}[。;.])$/;
/** The day of a signature, wherever it stands by itself. */
const day = /^(\d{2,4})?年\d{0,2}月\d{0,2}日$/;
/** The heading of a part of a table: `一、市直单位`. */
const heading = /^(\(?[一二三四五六七八九十]{1,3}[、.)]|第[一二三四五六七八九十]{1,3}(部分|章|类|批)).{1,30}$/;
const serialNumber = /^\d{1,7}$/;
const serial = /^(序号?|no\.?|xh|行号)$/;
const label = /^[\p{Script=Han}()/、]{2,12}:/u;
/** The title of the next sheet. A company may be called so: never where names or codes stand. */
const title = /^.{2,30}(名单|名录|花名册|汇总表|明细表|情况表|一览表|登记表|统计表|信息表|台账|清单)(\([^()]*\))?$/;

/**
 * What foot lines and lines of query tools begin with, beside ASCII marks and a few letters: the kernel hands over no other line.
 * The first character of every word above must be among them.
 */
export const footStarters =
  '合总小共累汇本全以填制编审复校核经负单部分主领统联签盖公报打导数备附注说意提声日时来电传邮资第截完结已返影用执耗查未科股处局任站所长年特记有其补法手地企户上编领' +
  '会出录操采批一二三四五六七八九十:|[' +
  '\u3000\ufeff（【〔［※★☆▲●◆■□—–－─━═┌├│┼└┬①②③＊＋｜・·“‘';

/** Totals, signatures and notes: such a word is a cell by itself, or stands before a colon. */
export function isFoot(cells: readonly string[], { header, codeColumn, nameColumn }: KnownLines): boolean {
  const folded = cells.map(foldCell);
  const firstAt = folded.findIndex((cell) => cell !== '');
  if (firstAt < 0) return false;
  const isAlone = folded.every((cell, at) => cell === '' || at === firstAt);
  const first = folded[firstAt] ?? '';
  const mayBeLone = isAlone && (firstAt === 0 || firstAt === nameColumn);
  const mayBeTitle = isAlone && firstAt === 0 && nameColumn > 0 && codeColumn > 0;
  if (isAlone && (day.test(first) || isHeading(first, firstAt, header, nameColumn))) return true;
  const starts = isWord(first) || (mayBeLone && lone.test(first)) || (mayBeTitle && title.test(first));
  // A serial number before the word: `13, 合计, …`.
  const second = folded.slice(firstAt + 1).find((cell) => cell !== '') ?? '';
  if (!starts && !(serialNumber.test(first) && totals.test(second))) return false;
  const name = nameColumn < 0 ? '' : (folded[nameColumn] ?? '');
  const nameIsFree = name === '' || nameColumn === firstAt || isWord(name) || !readsAsOrganization(name);
  const code = folded[codeColumn] ?? '';
  const codeIsFree = code === '' || isWord(code) || codeColumn === firstAt || !isMissing(clean(code)) || nameIsFree;
  return nameIsFree && codeIsFree;
}

/** Whether a foot line of several cells may begin so: a word, or a serial number before one. */
export function beginsFoot(first: string, readSecond: () => string): boolean {
  const folded = foldCell(first);
  return isWord(folded) || (serialNumber.test(folded) && totals.test(foldCell(readSecond())));
}

/** Whether all that a line says is labelled: `会计主管： 记账： 审核：张三`. */
export function isLabels(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '' || label.test(foldCell(cell)));
}

/** What stands alone above a part of the records. A company may be called so: not where names stand. */
function isHeading(cell: string, at: number, header: readonly string[], nameColumn: number): boolean {
  if (heading.test(cell)) return at !== nameColumn || !readsAsOrganization(cell);
  return at !== nameColumn && serial.test(header[at] ?? '') && /^[\p{Script=Han}()、]+$/u.test(cell);
}

function isWord(cell: string): boolean {
  return totals.test(cell) || sums.test(cell) || isSigned(cell) || closing.test(cell);
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

/** As headers are folded, but for a colon at the end, which tells a signature from a name. */
function foldCell(cell: string): string {
  if (foldedCell.test(cell)) return cell;
  return cell
    .normalize('NFKC')
    .replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, '')
    .toLowerCase();
}

const organization =
  /(公司|集团|厂|店|铺|馆|社|所|中心|学校|小学|中学|大学|学院|幼儿园|医院|诊所|协会|学会|商会|委员会|基金会|合作社|合伙|行|站|部|院|局|处|队|场|庄|城|坊|室|园|吧|屋|府|联盟|联合会|工会|工作室|超市|酒店|饭店|宾馆|银行|药房|经营部|门市部|事务所|研究所|分公司|办公室|人民政府|村民委员会|居民委员会|支行|网吧|理发|餐厅|食堂|茶楼|会所)(\([^()]*\))?$/;

/** Whether a cell ends as names of organizations do. */
export function readsAsOrganization(cell: string): boolean {
  return cell.length >= 4 && organization.test(cell.normalize('NFKC').replace(/[\p{Cc}\p{Cf}\p{Z}]+/gu, ''));
}
