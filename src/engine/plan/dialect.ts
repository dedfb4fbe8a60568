/** What lines that may be no records are compared with. Plain data: it travels between threads. */
export interface KnownLines {
  /** The header's cells, folded; empty when there is none. */
  header: string[];
  /** Lines above and under it, each folded and joined. */
  others: string[];
  codeColumn: number;
  /** -1: there is none. */
  nameColumn: number;
}

/** How a source is written: what a scanner has to know before it can find a record. */
export interface Dialect {
  /** Encoding of the bytes that are scanned; UTF-16 has become UTF-8 before. */
  encoding: 'utf-8' | 'gb18030';
  /** The bytes were decoded before: what could not be is U+FFFD by now. */
  isTranscoded: boolean;
  /** The delimiter's byte. */
  delimiter: number;
  /** Where the first data record starts. */
  dataAt: number;
  /** Line breaks before `dataAt`. */
  linesBefore: number;
  /** Columns, from 0. -1: there is no name column. */
  codeColumn: number;
  nameColumn: number;
  /** Column of units; -1: units are not counted. A file without one has a column that no record has. */
  unitColumn: number;
  /** Column of the category of the person concerned, in a table of licences or penalties; absent: it is none, or has no such column. */
  categoryColumn?: number;
  /** Cells of the header, or of the first record without one. */
  columnCount: number;
  /** Whether a backslash may be an escape, decided record by record: not in what was made CSV here. */
  mayEscape: boolean;
  /** What lines that are no records are known by; null: every line is a record. */
  known: KnownLines | null;
}
