/**
 * How alike two entity names are.
 *
 *   泰安市　华益（集团）有限责任公司
 *   ── as duplicates compare them ─▶ 泰安市华益(集团)有限责任公司
 *   ── without marks, numerals as digits ─▶ 泰安市华益集团有限责任公司
 *   ── without the legal form ─▶ 泰安市华益集团                       its core
 *
 * Cores are compared by edit distance. Numbers in them are told apart first: 第一小学 and 第二小学 are one character away from one
 * another, and never the same school.
 */
import { distance } from 'fastest-levenshtein';
import { normalizeName } from '../code/cell/normalize.ts';

/** From here on two names are taken for one name written in two ways. */
export const similarFrom = 0.8;

/** Both names are the same but for brackets, marks and the way numerals are written. */
const sameMarksApart = 0.99;
/** The same but for the legal form: 有限公司 became 股份有限公司, or somebody left it out. */
const sameCore = 0.95;
/** Names whose numbers differ are at most so alike. */
const otherNumbers = 0.5;

const marks = /[^\p{L}\p{N}]+/gu;
const numerals = '零一二三四五六七八九';
const numeral = /[〇零一二三四五六七八九]/g;
const number = /[0-9]+|[十百千]+/g;
const legalForm =
  /(?:(?:股份有限|有限责任|有限|股份)?公司|(?:合伙企业)?(?:特殊普通|普通|有限)合伙(?:企业)?|合伙企业|个人独资企业|(?:农民)?(?:专业)?合作社)$/;
/** A branch: the entity it belongs to, and what it is called there. */
const branch = /^(.*(?:公司|银行))(.+)$/;

/**
 * How alike two entity names are, 0–1: 1 for the same name, at least {@link similarFrom} for one that is written a little
 * differently, less for another name. White space, width and case never count; brackets and other marks hardly; the legal form at
 * the end a little. A branch (分公司, 支行) is another entity than what it belongs to. Symmetric. An empty name is like no other.
 *
 * @example compareNames('泰安华益(集团)有限公司', '泰安华益集团有限责任公司') // 0.95
 * @example compareNames('泰安市第一小学', '泰安市第二小学') // at most 0.5
 */
export function compareNames(left: string, right: string): number {
  const [leftName, rightName] = [normalizeName(left), normalizeName(right)];
  if (leftName === '' || rightName === '') return 0;
  if (leftName === rightName) return 1;
  const [leftWords, rightWords] = [simplify(leftName), simplify(rightName)];
  if (leftWords === rightWords) return leftWords === '' ? 0 : sameMarksApart;
  const [leftCore, rightCore] = [findCore(leftWords), findCore(rightWords)];
  if (leftCore === rightCore) return sameCore;
  const alike = sameCore * Math.min(compareLetters(leftCore, rightCore), compareBranches(leftWords, rightWords));
  return listNumbers(leftCore) === listNumbers(rightCore) ? alike : Math.min(alike, otherNumbers);
}

/** Branches are no more alike than the less like of their two parts: banks share long beginnings with all of theirs. */
function compareBranches(left: string, right: string): number {
  const leftParts = branch.exec(left);
  const rightParts = branch.exec(right);
  if (leftParts === null || rightParts === null) return 1;
  return Math.min(compareLetters(leftParts[1], rightParts[1]), compareLetters(leftParts[2], rightParts[2]));
}

function compareLetters(left = '', right = ''): number {
  return 1 - distance(left, right) / Math.max(left.length, right.length);
}

/** The name without marks, 三 and 3 alike. */
function simplify(name: string): string {
  return name.replace(marks, '').replace(numeral, (character) => String(Math.max(0, numerals.indexOf(character))));
}

/** What is left of a simplified name without its legal form; all of it when it is nothing else. */
function findCore(words: string): string {
  return words.replace(legalForm, '') || words;
}

function listNumbers(core: string): string {
  return core.match(number)?.join(' ') ?? '';
}
