import { lexer, type Token, type Tokens } from 'marked';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { measureWidth } from '../../write/width.ts';
import { wrapText } from '../../write/wrap.ts';

/** How a page is shown. */
export interface PageView {
  /** Columns of the terminal. */
  width: number;
  style: Style;
}

/** A page of the guide for a terminal: plain text in lines, emphasis where the terminal has it. */
export function renderPage(markdown: string, view: PageView): string {
  const lines = lexer(markdown).flatMap((token) => renderBlock(token, view));
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`;
}

function renderBlock(token: Token, view: PageView): string[] {
  const { style, width } = view;
  if (token.type === 'heading') {
    const text = renderInline(token.tokens ?? [], view);
    return ['', style.strong(text), ...(token.depth === 1 ? [style.faint('─'.repeat(measureWidth(text)))] : []), ''];
  }
  if (token.type === 'paragraph') return [...wrapText(renderInline(token.tokens ?? [], view), width), ''];
  if (token.type === 'code')
    return [
      ...String(token.text)
        .split('\n')
        .map((line) => `    ${line}`),
      '',
    ];
  if (token.type === 'list') return [...(token as Tokens.List).items.flatMap((item) => renderItem(item, view)), ''];
  if (token.type === 'table') return [...renderTable(token as Tokens.Table, view), ''];
  if (token.type === 'html') return renderHtml(token.text);
  return [];
}

/** Recipes fold in a browser; a terminal shows their headings. Comments are for programs. */
function renderHtml(html: string): string[] {
  const text = html.replace(/<!--[\s\S]*?-->|<[^>]*>/g, '').trim();
  return text === '' ? [] : [text.replaceAll('&lt;', '<').replaceAll('&gt;', '>'), ''];
}

function renderItem(item: Tokens.ListItem, view: PageView): string[] {
  const inner = { ...view, width: view.width - 2 };
  const lines = item.tokens.flatMap((token) =>
    token.type === 'text' && 'tokens' in token
      ? wrapText(renderInline(token.tokens ?? [], inner), inner.width)
      : renderBlock(token, inner),
  );
  while (lines.at(-1) === '') lines.pop();
  return lines.map((line, index) => (index === 0 ? `- ${line}` : `  ${line}`));
}

/** What a column must keep when the widest one is narrowed. */
const LEAST_COLUMN = 24;

/**
 * Columns side by side, the widest one wrapped so that they fit. Where that would leave too little of it, records: the first cell, and
 * under it a line for every other one.
 */
function renderTable({ header, rows }: Tokens.Table, view: PageView): string[] {
  const head = header.map((cell) => renderInline(cell.tokens, view));
  const cells = rows.map((row) => row.map((cell) => renderInline(cell.tokens, view)));
  const isNamed = head.some((text) => text !== '');
  const all = isNamed ? [head, ...cells] : cells;
  const widths = head.map((_, column) => Math.max(...all.map((row) => measureWidth(row[column] ?? ''))));
  const widest = widths.indexOf(Math.max(...widths));
  const others = widths.reduce((sum, width, column) => (column === widest ? sum : sum + width + 2), 0);
  const room = view.width - others;
  if (room < Math.min(LEAST_COLUMN, widths[widest] ?? 0)) return renderRecords(head, cells, view);
  const sides = header.map(({ align }) => (align === 'right' ? 'right' : 'left'));
  const lines = all.flatMap((row) => {
    const wrapped = row.map((cell, column) => (column === widest ? wrapText(cell, room) : [cell]));
    const height = Math.max(1, ...wrapped.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => wrapped.map((cell) => cell[line] ?? ''));
  });
  return alignColumns(lines, sides, '').map((line, index) => (isNamed && index === 0 ? view.style.strong(line) : line));
}

function renderRecords(head: string[], cells: string[][], view: PageView): string[] {
  return cells.flatMap(([term = '', ...others]) => {
    const texts = others.map((text, index) => {
      const label = others.length > 1 ? (head[index + 1] ?? '') : '';
      return label === '' || text === '' ? text : `${label}: ${text}`;
    });
    const body = texts.filter((text) => text !== '').flatMap((text) => wrapText(text, view.width - 4));
    return [view.style.strong(term), ...body.map((line) => `    ${line}`)];
  });
}

function renderInline(tokens: readonly Token[], view: PageView): string {
  return tokens.map((token) => renderSpan(token, view)).join('');
}

function renderSpan(token: Token, view: PageView): string {
  if (token.type === 'strong') return view.style.strong(renderInline(token.tokens ?? [], view));
  if (token.type === 'link') return renderLink(token as Tokens.Link, view);
  if (token.type === 'html') return '';
  if (token.type === 'br') return ' ';
  if ('tokens' in token && token.tokens !== undefined) return renderInline(token.tokens, view);
  return 'text' in token ? joinLines(String(token.text)) : '';
}

/** Another page is named by the command that shows it. */
function renderLink({ href, tokens }: Tokens.Link, view: PageView): string {
  const text = renderInline(tokens, view);
  const topic = /^([a-z]+)\.md(?:#|$)/.exec(href)?.[1];
  if (topic !== undefined) return `${text} (uscc help ${topic})`;
  return /^https?:/.test(href) ? `${text} (${href})` : text;
}

/** A line break in the source is a space, between Chinese characters nothing. */
function joinLines(text: string): string {
  return text.replace(/([^\x20-\x7e])\n(?=[^\x20-\x7e])/g, '$1').replaceAll('\n', ' ');
}
