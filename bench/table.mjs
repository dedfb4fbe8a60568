/**
 * A Markdown table; the first column leans left, the others right.
 *
 * @param {string[]} header
 * @param {string[][]} rows
 */
export function renderTable(header, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  const rule = header.map((_, column) => (column === 0 ? '---' : '---:'));
  return [line(header), line(rule), ...rows.map(line)].join('\n');
}

/** @param {number | null} value @param {number} digits @param {string} unit */
export function show(value, digits, unit = '') {
  return value === null ? '' : `${value.toFixed(digits)}${unit}`;
}

/** @param {number} value */
export function showCount(value) {
  return Math.round(value).toLocaleString('en');
}
