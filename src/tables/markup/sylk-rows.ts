import { createCellLimit } from '../held-cells.ts';

/** The rows of a SYLK file, whose cells stand in records `C;Y1;X2;K"text"`; a `;` within a text is written twice. */
export function readSylkRows(text: string): string[][] {
  const rows: string[][] = [];
  const hold = createCellLimit();
  let row = 1;
  let column = 1;
  for (const line of text.split(/\r\n|[\r\n]/)) {
    if (!/^[CF];/.test(line)) continue;
    let value: string | null = null;
    for (const field of line.slice(2).replaceAll(';;', '\u0001').split(';')) {
      const rest = field.slice(1).replaceAll('\u0001', ';');
      if (field.startsWith('Y')) row = Number(rest);
      else if (field.startsWith('X')) column = Number(rest);
      else if (field.startsWith('K')) value = /^".*"$/s.test(rest) ? rest.slice(1, -1).replaceAll('""', '"') : rest;
    }
    if (value === null || !line.startsWith('C') || !(row >= 1 && row <= 1_048_576 && column >= 1 && column <= 16_384))
      continue;
    hold(Math.max(0, row - rows.length));
    while (rows.length < row) rows.push([]);
    const cells = rows[row - 1] as string[];
    hold(Math.max(0, column - cells.length));
    while (cells.length < column) cells.push('');
    cells[column - 1] = value;
  }
  return rows;
}
