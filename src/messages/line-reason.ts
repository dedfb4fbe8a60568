/** Why a line of a table is no record. */
export type LineReason =
  /** It repeats the header, as stacked sheets and concatenated files do. */
  | 'repeated-header'
  /** It stood above or under a header before: titles, the other line of a header of two, 必填, column numbers. */
  | 'repeated-lines'
  /** A second header line: field names, types, what to fill in. */
  | 'header-line'
  /** Whether a column has to be filled. */
  | 'required'
  /** Column numbers, or 甲 乙 丙. */
  | 'column-numbers'
  /** Totals, signatures, notes. */
  | 'foot'
  /** What a query tool draws and counts around a result. */
  | 'query-tool'
  /** ^Z, NUL. */
  | 'padding';
