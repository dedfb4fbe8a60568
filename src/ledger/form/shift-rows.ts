/** Attributes in which a sheet names ranges of itself. */
const rangeAttribute = /(\s(?:ref|sqref|activeCell|topLeftCell)=")([^"]+)(")/g;
const place = /(\$?[A-Z]{1,3}\$?)(\d+)/g;

/** Moves what ranges name of the rows from `from` on down by so many rows. */
export function shiftRanges(xml: string, from: number, by: number): string {
  if (by === 0) return xml;
  return xml.replace(rangeAttribute, (_, open: string, text: string, close: string) => {
    const moved = text.replace(place, (_, column: string, row: string) => column + move(Number(row), from, by));
    return open + moved + close;
  });
}

function move(row: number, from: number, by: number): number {
  return row >= from ? row + by : row;
}

/**
 * Lets rules for cells that people fill in (validations, conditional formats) reach to the last row that is filled, where they hold for
 * the first ones: forms are made for as many rows as somebody once thought enough.
 */
export function extendRanges(xml: string, first: number, last: number, lastBlank: number): string {
  return xml.replace(
    /(<(?:dataValidation|conditionalFormatting)\b[^>]*\ssqref=")([^"]+)(")/g,
    (_, open, text, close) => {
      const extended = String(text)
        .split(' ')
        .map((range) => extendRange(range, first, last, lastBlank))
        .join(' ');
      return open + extended + close;
    },
  );
}

function extendRange(range: string, first: number, last: number, lastBlank: number): string {
  const match = /^([A-Z]{1,3})(\d+)(?::([A-Z]{1,3})(\d+))?$/.exec(range);
  if (match === null) return range;
  const [, left = '', top = '', right = left, bottom = top] = match;
  const isOfRows = Number(top) >= first && Number(top) <= Math.max(first, lastBlank) && Number(bottom) < last;
  return isOfRows ? `${left}${top}:${right}${last}` : range;
}
