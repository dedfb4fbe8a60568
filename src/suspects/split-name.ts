import { normalizeName } from '../code/cell/normalize.ts';
import { measureLevel, type RegionStems } from './region-stems.ts';

/**
 * An entity name, taken apart for comparing it with others of one city:
 *
 *   山东省泰安市岱岳区鑫源商贸(集团)有限责任公司
 *   └───── place ─────┘└── core ──┘└── form ──┘
 */
export interface SplitName {
  /** As duplicates compare it. */
  normalized: string;
  /** The same without brackets. */
  plain: string;
  /** Stems of the places it begins with: `山东`, `泰安`, `岱岳`. */
  places: string[];
  /** The last of them is the county of its code. */
  isLocal: boolean;
  /** What is left without place, form and brackets: `鑫源商贸集团`. */
  core: string;
  /** `股份` for 股份有限公司, `有限` for 有限公司 and 有限责任公司, '' for anything else. */
  form: '股份' | '有限' | '';
  /** A branch or an outlet: many of one name are as they should be. */
  isBranch: boolean;
}

const brackets = /[()[\]{}<>〔〕【】〖〗《》〈〉「」『』]/;
const allBrackets = new RegExp(brackets, 'g');
const branch =
  /(?:分公司|分店|分厂|分校|分院|分所|分社|分部|分行|支行|支公司|支局|分局|营业部|营业厅|营业所|营业室|储蓄所|分理处|门市部|办事处|代表处|代办点|服务站|服务点|经销处|销售处|加油站|网点|专柜|工作站|[0-9一二三四五六七八九十百]+(?:店|号店|门店))$/;
/** Whatever follows the company it belongs to: …有限公司永发供电所. */
const partOfCompany = /有限(?:责任)?公司\p{Script=Han}{2,}$/u;
/** Room for the longest of them; what stands before is not looked at. */
const longestBranchEnd = 16;
/** What names of branches end in; most others end otherwise, and need not be matched. */
const branchEnds: ReadonlySet<string> = new Set('司店厂校院所社部行局厅室处站点柜');
/** Legal forms, in the order in which they are looked for. */
export const forms: readonly (readonly [string, SplitName['form']])[] = [
  ['股份有限公司', '股份'],
  ['有限责任公司', '有限'],
  ['有限公司', '有限'],
];

/** Takes a name apart; `region` tells which places it may begin with. */
export function splitName(name: string, region: RegionStems): SplitName {
  const normalized = normalizeName(name);
  const plain = dropBrackets(normalized);
  const { at, places, isLocal } = readPlaces(plain, region);
  const [ending, form] = findForm(plain, at);
  return {
    normalized,
    plain,
    places,
    isLocal,
    core: plain.slice(at, plain.length - ending.length),
    form,
    isBranch: isBranch(normalized),
  };
}

export function dropBrackets(normalized: string): string {
  return brackets.test(normalized) ? normalized.replaceAll(allBrackets, '') : normalized;
}

/** The legal form at the end; a name is never nothing but its form. */
function findForm(plain: string, at: number): readonly [string, SplitName['form']] {
  if (!plain.endsWith('公司')) return ['', ''];
  return forms.find(([each]) => plain.endsWith(each) && plain.length - each.length > at) ?? ['', ''];
}

function isBranch(name: string): boolean {
  const end = name.slice(-longestBranchEnd);
  return branchEnds.has(name.charAt(name.length - 1)) && (branch.test(end) || partOfCompany.test(end));
}

/** The places at the beginning, each with or without its level, larger ones first or left out. */
function readPlaces(
  text: string,
  { names, stems, county }: RegionStems,
): { at: number; places: string[]; isLocal: boolean } {
  const places: string[] = [];
  let at = 0;
  let isLocal = false;
  for (let index = 0; index < stems.length; index++) {
    const stem = stems[index] ?? '';
    if (!text.startsWith(stem, at)) continue;
    const name = names[index] ?? stem;
    const end = text.startsWith(name, at) ? at + name.length : at + stem.length + measureLevel(text, at + stem.length);
    // A name that is nothing but its place (泰安有限公司) keeps it.
    if (end >= text.length) break;
    places.push(stem);
    at = end;
    isLocal = county !== '' && index === stems.length - 1;
  }
  return { at, places, isLocal };
}
