import { escapeXml } from './xml-text.ts';

/*
 * Text of cells. What many rows have in common (file, problem, region) stands once, in a part of its own, and cells name it
 * by number; what differs from row to row stands in the cell, so that memory does not grow with it.
 */

/** Excel refuses a workbook with longer cells. */
const mostCharacters = 32_767;
const mostShared = 50_000;
const mostSharedCharacters = 4 * 2 ** 20;
const outerSpace = /^\s|\s$|\n/;
/** Most texts: nothing in them is markup, white space, or read as an escape. */
const plain = /^[!#-%'-;=?-^`-~\u3001-\ud7ff]*$/;

/** Turns text into what follows the attributes of a cell. */
export interface CellTexts {
  /** `isCommon` says that other cells are likely to hold the same. */
  format(text: string, isCommon: boolean): string;
  /** The texts that cells name by number, as `xl/sharedStrings.xml`. */
  list(): string[];
}

/** `cut` is put at the end of text that is too long for a cell. */
export function createCellTexts(cut: string): CellTexts {
  const numbers = new Map<string, number>();
  let characters = 0;

  const element = (text: string): string => {
    const whole = text.length <= mostCharacters ? text : shorten(text, mostCharacters - cut.length) + cut;
    if (plain.test(whole)) return `<t>${whole}</t>`;
    return `<t${outerSpace.test(whole) ? ' xml:space="preserve"' : ''}>${escapeXml(whole)}</t>`;
  };

  return {
    format(text, isCommon) {
      let number = isCommon ? numbers.get(text) : undefined;
      if (number === undefined && isCommon && numbers.size < mostShared && characters < mostSharedCharacters) {
        number = numbers.size;
        numbers.set(text, number);
        characters += text.length;
      }
      return number === undefined ? ` t="inlineStr"><is>${element(text)}</is></c>` : ` t="s"><v>${number}</v></c>`;
    },
    list: () => [...numbers.keys()].map(element),
  };
}

/** At most `length` UTF-16 units, no half character at the end. */
export function shorten(text: string, length: number): string {
  const short = text.slice(0, length);
  return short.length < text.length && /[\ud800-\udbff]$/.test(short) ? short.slice(0, -1) : short;
}
