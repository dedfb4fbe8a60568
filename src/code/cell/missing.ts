import { dashRanges } from '../characters.ts';

const words = new Set(
  String.raw`无 暂无 没有 空 未知 不详 无代码 未提供 办理中 一 暂无代码 待补充 空白 NULL NIL NONE N/A NA NAN \N UNDEFINED`
    .split(' ')
    .concat('#N/A #REF! #VALUE! #NAME? #DIV/0! #NUM! #NULL!'.split(' ')),
);
const fillers = new RegExp(`^[${dashRanges}/\\\\.*?×_]+$`, 'u');
const zeros = /^[0.]+X?$/;

/**
 * True when a cleaned cell (`s`) says that there is no code: nothing, a word for nothing, a run of dashes or fillers, or
 * only zeros. Eighteen zeros pass both check characters and still are no code.
 */
export function isMissing(cleaned: string): boolean {
  return cleaned === '' || words.has(cleaned) || fillers.test(cleaned) || zeros.test(cleaned);
}
