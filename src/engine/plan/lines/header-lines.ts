import { couldBeCode } from '../../../code/cell/could-be-code.ts';
import { isMissing } from '../../../code/cell/missing.ts';
import { clean } from '../../../code/cell/normalize.ts';
import { isValid } from '../../../code/validate.ts';
import type { LineReason } from '../../../messages/line-reason.ts';
import { findCodeHeaders } from '../../../tables/headers/code-headers.ts';
import { foldHeader } from '../../../tables/headers/fold-header.ts';
import { findNameHeaders } from '../headers/name-headers.ts';

/** Lines directly under a header that are looked at. */
const mostLines = 6;

/**
 * Lines directly under a header that are no records: field names in either order, types, what to fill in, 必填 and 选填, column numbers,
 * 甲 乙 丙. Never one whose code cell could be a code.
 */
export function findHeaderLines(header: string[], under: string[][]): LineReason[] {
  const codeAt = findCodeHeaders(header)[0];
  if (codeAt === undefined) return [];
  const reasons: LineReason[] = [];
  const repeated = header.map(foldHeader);
  for (const line of under.slice(0, mostLines)) {
    const reason = classifyHeaderLine(line, codeAt, repeated);
    if (reason === null) break;
    reasons.push(reason);
  }
  return reasons;
}

const fieldName = /^[a-z][a-z0-9]*(_[a-z0-9]+)*$/;
const columnType =
  /^(n?varchar2?|n?char|string|text|int|integer|bigint|number|decimal|date|datetime|timestamp|字符|字符型|字符串|文本|文本型|日期|日期型|数值|数值型|数字|整数|[cn])(\(\d+(,\d+)?\)|\d+)?$/;
const yesOrNo = /^(是|否|y|n|yes|no|√|×|m|o|required|optional)$/;
const requirement = /必填|选填|必选|可选|可空|必录|选录|非空|不能为空|可不填|系统自动|自动生成/;
const columnNumber =
  /^[([]?(第?\d{1,3}[列栏]?|[甲乙丙丁戊己庚辛壬癸]|[①-⑳]|[一二三四五六七八九十]{1,3}|[a-z]{1,2})[)\]]?$/;
const columnWidth = /^\d{1,4}$/;
/** The lower line of a header whose upper one names codes and names. */
const lowerHeader = /(名称|代码|号码|编号|日期|时间|地址|电话|类型|类别|姓名|情况|状态|范围|资本|金额)$/;
const explanation = /社会信用代?码|信用代码|18位|十八位|代码证|营业执照|格式|例如|示例|填写|^例:/;

function classifyHeaderLine(line: string[], codeAt: number, header: string[]): LineReason | null {
  if (isValid(line[codeAt] ?? '')) return null;
  const folded = line.map(foldHeader);
  const code = folded[codeAt] ?? '';
  const filled = folded.filter((cell) => cell !== '');
  const share = (pattern: RegExp): number => filled.filter((cell) => pattern.test(cell)).length / filled.length;
  if (code === '' && filled.length > 0) {
    if (share(requirement) === 1) return 'required';
    const isLower = folded.every((cell, at) => cell === '' || (lowerHeader.test(cell) && header[at] !== ''));
    return isLower && !findNameHeaders(header).some((at) => folded[at] !== '') ? 'header-line' : null;
  }
  if (code === header[codeAt] && folded.every((cell, at) => cell === '' || cell === header[at]))
    return 'repeated-header';
  if (couldBeCode(code) || line.some((cell) => isValid(cell))) return null;
  const [label = '', ...rest] = filled;
  const numbers = /^(栏次|列次|行次|栏号|列号|序号)$/.test(label) ? rest : filled;
  if (numbers.every((cell) => columnNumber.test(cell)) && isSequence(numbers)) return 'column-numbers';
  if (isMissing(clean(line[codeAt] ?? ''))) return null;
  if (requirement.test(code) || share(requirement) >= 0.5 || share(yesOrNo) === 1) return 'required';
  if (share(columnType) === 1) return 'header-line';
  if (code === '18' && filled.length > 2 && share(columnWidth) === 1) return 'header-line';
  if (findCodeHeaders([line[codeAt] ?? '']).length > 0) return 'header-line';
  if (share(fieldName) === 1 && filled.length * 2 >= header.filter((cell) => cell !== '').length) return 'header-line';
  return explanation.test(code) ? 'header-line' : null;
}

/** Two marks of the same kind are different; a lone one is a sequence when it is a first. */
function isSequence(filled: string[]): boolean {
  return (
    new Set(filled).size === filled.length && (filled.length > 1 || /^[([]?(1|甲|①|一|a)[)\]]?$/.test(filled[0] ?? ''))
  );
}
