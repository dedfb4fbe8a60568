import type { SendMessages } from '../../messages/send/index.ts';
import { html } from '../../write/html/html.ts';
import { escapeMarkdown, renderTable } from '../../write/markdown-table.ts';
import { formatCount } from '../../write/numbers.ts';
import type { About } from '../about.ts';

/** A unit that something is sent to. */
export interface Recipient {
  unit: string;
  rows: number;
  file: string;
  contact: string;
  phone: string;
}

/** What the covering note is made of. */
export interface CoverLetter {
  recipients: Recipient[];
  about: About;
  /** How the numbers come together. */
  sums: string[];
  words: SendMessages;
  lang: 'zh' | 'en';
}

interface NoteText {
  heading: string;
  paragraphs: string[];
  headings: string[];
  rows: string[][];
  closing: string;
}

export function renderLetterMarkdown(note: CoverLetter): string {
  const { heading, paragraphs, headings, rows, closing } = write(note);
  const table = renderTable(headings, rows, ['left', 'right', 'left', 'left']);
  const parts = [
    `# ${escapeMarkdown(heading)}`,
    ...paragraphs.map(escapeMarkdown),
    `## ${note.words.note.list}`,
    table,
  ];
  return `${[...parts, ...(closing === '' ? [] : [escapeMarkdown(closing)])].join('\n\n')}\n`;
}

const style =
  'body{font:12pt/1.8 "宋体",SimSun,serif;max-width:42em;margin:2em auto;padding:0 1em}h1{font-size:18pt;text-align:center}' +
  'p{text-indent:2em;margin:.4em 0}table{border-collapse:collapse;width:100%;font-size:11pt}th,td{border:1px solid #999;padding:.25em .5em;text-align:left}' +
  '.closing{text-align:right;margin-top:2em;text-indent:0}@page{size:A4;margin:25mm}';

/** The same to print. */
export function renderLetterHtml(note: CoverLetter): string {
  const { heading, paragraphs, headings, rows, closing } = write(note);
  const head = html`<tr>${headings.map((text) => html`<th scope="col">${text}</th>`)}</tr>`;
  const body = rows.map((row) => html`<tr>${row.map((text) => html`<td>${text}</td>`)}</tr>`);
  return (
    html`<!doctype html>
<html lang="${note.lang === 'zh' ? 'zh-CN' : 'en'}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${heading}</title><style>`
      .markup +
    style +
    html`</style></head>
<body><h1>${heading}</h1>${paragraphs.map((text) => html`<p>${text}</p>`)}
<h2>${note.words.note.list}</h2><table><thead>${head}</thead><tbody>${body}</tbody></table>
${closing === '' ? null : html`<p class="closing">${closing}</p>`}</body></html>
`.markup
  );
}

function write({ recipients, about, sums, words }: CoverLetter): NoteText {
  const { organization = '', period = '', due = '', contact = '' } = about;
  const { note, indexColumns, sum } = words;
  const total = recipients.reduce((count, { rows }) => count + rows, 0);
  return {
    heading: note.heading(period),
    paragraphs: [...note.body({ unitCount: recipients.length, organization, period, due, contact }), ...sums],
    headings: [indexColumns.unit, indexColumns.rows, indexColumns.contact, indexColumns.file],
    rows: [
      ...recipients.map(({ unit, rows, file, contact: person, phone }) => [
        unit,
        formatCount(rows),
        [person, phone].filter((text) => text !== '').join(' '),
        file,
      ]),
      [sum, formatCount(total), '', ''],
    ],
    closing: note.closing(organization),
  };
}
