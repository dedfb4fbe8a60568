import { escapeControls } from './escape-controls.ts';

/** What Markdown or HTML in it would take for more than text. */
const special = /[\\`*_{}[\]<>#|~!&@:]/g;

/** Text that shows as it is, on one line: also names, mentions and links that come from data. */
export function escapeMarkdown(text: string): string {
  return escapeControls(text).replace(special, (character) =>
    character === ':' || character === '@' ? `&#${character.charCodeAt(0)};` : `\\${character}`,
  );
}

/** A table; cells are escaped. */
export function renderTable(head: string[], rows: string[][], sides: readonly ('left' | 'right')[]): string {
  const line = (cells: string[]): string => `| ${cells.map(escapeMarkdown).join(' | ')} |`;
  const rule = `|${sides.map((side) => (side === 'left' ? ' --- ' : ' ---: ')).join('|')}|`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
