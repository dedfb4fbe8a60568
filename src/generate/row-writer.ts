import type { Cell } from './cell.ts';
import { divisions } from './divisions.ts';
import type { Entity } from './entity.ts';
import type { ColumnSet } from './options.ts';
import { sectors } from './sectors.ts';
import * as words from './words.ts';

/**
 * A list of short texts, encoded once, to be copied into rows.
 *
 *   bytes   山东省泰安市…                 all texts, one after another
 *   starts  0     9     18  …            text i is bytes[starts[i]] to before bytes[starts[i + 1]]
 */
class TextList {
  readonly texts: readonly string[];
  readonly bytes: Uint8Array;
  readonly starts: Uint32Array;

  constructor(texts: readonly string[]) {
    const encoder = new TextEncoder();
    const encoded = texts.map((text) => encoder.encode(text));
    this.texts = texts;
    this.starts = new Uint32Array(texts.length + 1);
    let size = 0;
    encoded.forEach((piece, index) => {
      size += piece.length;
      this.starts[index + 1] = size;
    });
    this.bytes = new Uint8Array(size);
    encoded.forEach((piece, index) => {
      this.bytes.set(piece, this.starts[index]);
    });
  }

  get count(): number {
    return this.texts.length;
  }
}

/** How one row is written. */
export interface RowStyle {
  /** One byte. */
  delimiter: number;
  newline: 'lf' | 'crlf' | 'cr';
  /** One bit a column, the first column lowest: cells in quotes. */
  quoted: number;
  /** Quotes around the word in the name: `上海"好又多"超市`. */
  strayQuotes: boolean;
  /** A newline in the last cell, which is then in quotes. */
  multiline: boolean;
}

/** Room that one row can take at most. */
export const rowBytes = 4096;

export const headers: Readonly<Record<ColumnSet, readonly string[]>> = {
  full: ['统一社会信用代码', '企业名称', '法定代表人', '企业类型', '注册资本', '成立日期', '登记机关', '住所'],
  'code-name': ['统一社会信用代码', '企业名称'],
};

const quote = 0x22;
const { endings, types, offices } = words.collectWords(sectors);
const division = new TextList(divisions.map(({ name }) => name));
const shortDivision = new TextList(divisions.map(({ name }) => name.slice(0, -1)));
const word = new TextList(words.nameWords);
const trade = new TextList(words.trades);
const wrongTrade = new TextList(words.wrongTrades);
const ending = new TextList(endings);
const type = new TextList(types);
const office = new TextList(offices);
const person = new TextList(words.people);
const capital = new TextList(words.capital);
const date = new TextList(words.dates);
const road = new TextList(words.roads);
const number = new TextList(words.numbers);
const room = new TextList(words.rooms);

/**
 * Writes rows as UTF-8 bytes into a buffer. TextList are copied byte by byte: they are 3 to 30 bytes long, and a call of
 * `set` costs more than that.
 *
 * It puts cells into quotes itself: shapes ask for quotes that no writer of CSV would make (one column only, loose ones, line breaks
 * that differ from row to row), and a million rows of 8 quoted cells are made up and written in 1.0 s of CPU, where csv-stringify takes
 * 5.3 s for the writing alone (`npm run bench:writing`).
 */
export class RowWriter {
  bytes: Uint8Array;
  at = 0;
  readonly #columns: ColumnSet;

  constructor(bytes: Uint8Array, columns: ColumnSet) {
    this.bytes = bytes;
    this.#columns = columns;
  }

  header(style: RowStyle): void {
    headers[this.#columns].forEach((name, column) => {
      if (column > 0) this.byte(style.delimiter);
      this.#edge(style, column);
      for (const byte of new TextEncoder().encode(name)) this.byte(byte);
      this.#edge(style, column);
    });
    this.newline(style);
  }

  row(entity: Entity, cell: Cell, style: RowStyle): void {
    this.#code(cell, style);
    this.byte(style.delimiter);
    if (this.#columns === 'full') {
      this.#name(entity, style, false);
      this.#cell(style, 2, person, entity.person);
      this.#cell(style, 3, type, entity.type);
      this.#cell(style, 4, capital, entity.capital);
      this.#cell(style, 5, date, entity.date);
      this.byte(style.delimiter);
      this.#edge(style, 6);
      this.#piece(division, entity.division);
      this.#piece(office, entity.sector);
      this.#edge(style, 6);
      this.byte(style.delimiter);
      this.#address(entity, style);
    } else this.#name(entity, style, style.multiline);
    this.newline(style);
  }

  /** A row of empty cells, as spreadsheets leave below their data. */
  emptyRow(style: RowStyle): void {
    for (let column = 1; column < headers[this.#columns].length; column++) this.byte(style.delimiter);
    this.newline(style);
  }

  newline(style: RowStyle): void {
    if (style.newline !== 'lf') this.byte(0x0d);
    if (style.newline !== 'cr') this.byte(0x0a);
  }

  byte(value: number): void {
    this.bytes[this.at++] = value;
  }

  #code(cell: Cell, style: RowStyle): void {
    const { bytes, length } = cell;
    // A quote that is not the first character may stand in a bare cell; `="91…"` is written so.
    const needed = cell.has(style.delimiter, 0x0a) || cell.has(0x0d) || bytes[0] === quote;
    const quoted = needed || (style.quoted & 1) !== 0;
    if (quoted) this.byte(quote);
    for (let at = 0; at < length; at++) {
      const value = bytes[at] ?? 0;
      if (quoted && value === quote) this.byte(quote);
      this.byte(value);
    }
    if (quoted) this.byte(quote);
  }

  #name(entity: Entity, style: RowStyle, multiline: boolean): void {
    const quoted = multiline || (style.quoted & 2) !== 0;
    if (quoted) this.byte(quote);
    this.#piece(entity.shortDivision ? shortDivision : division, entity.division);
    if (style.strayQuotes) this.#stray(quoted);
    this.#piece(word, entity.word);
    if (style.strayQuotes) this.#stray(quoted);
    if (multiline) this.byte(0x0a);
    this.#piece(entity.wrongTrade ? wrongTrade : trade, entity.trade);
    this.#piece(ending, entity.ending);
    if (quoted) this.byte(quote);
  }

  #stray(quoted: boolean): void {
    if (quoted) this.byte(quote);
    this.byte(quote);
  }

  #address(entity: Entity, style: RowStyle): void {
    const quoted = style.multiline || (style.quoted & 0x80) !== 0;
    if (quoted) this.byte(quote);
    this.#piece(road, entity.road);
    this.#piece(number, entity.number);
    if (style.multiline) this.byte(0x0a);
    this.#piece(room, entity.room);
    if (quoted) this.byte(quote);
  }

  #cell(style: RowStyle, column: number, pieces: TextList, index: number): void {
    this.byte(style.delimiter);
    this.#edge(style, column);
    this.#piece(pieces, index);
    this.#edge(style, column);
  }

  #edge(style: RowStyle, column: number): void {
    if ((style.quoted >>> column) & 1) this.byte(quote);
  }

  /** Copies one piece; none for an index of -1. */
  #piece(pieces: TextList, index: number): void {
    if (index < 0) return;
    const { bytes: from, starts } = pieces;
    const { bytes: to } = this;
    const end = starts[index + 1] ?? 0;
    let { at } = this;
    for (let source = starts[index] ?? 0; source < end; source++) to[at++] = from[source] ?? 0;
    this.at = at;
  }
}
