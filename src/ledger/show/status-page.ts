import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { type Content, type Html, html } from '../../write/html/html.ts';
import { formatCount, formatShare } from '../../write/numbers.ts';
import { describeKind } from '../form/form-row.ts';
import { formatNumber, type Problem } from '../problem.ts';
import type { Standings } from '../standings.ts';
import { countLive, type LedgerStatus } from '../status.ts';
import { drawFlow, drawRates, drawUnits } from './charts.ts';
import { isMet } from './month-text.ts';
import { statusStyles } from './status-styles.ts';
import { nameAssessment } from './status-text.ts';
import { assessedRate, showCompliance, showRate, showShare, showUnit } from './words.ts';

/** Where the loop stands, as one page that needs nothing else and prints on A4. */
export function renderStatusPage(status: LedgerStatus, todo: Problem[], lang: 'zh' | 'en'): string {
  const { status: words } = ledgerMessagesFor(lang);
  const title = words.title(status.organization);
  const body = html`<header><h1>${title}</h1><p>${words.asOf({ period: status.period, day: status.asOf })}</p></header>
${listFigures(status, lang)}
${
  status.periods.length === 0
    ? html`<p>${words.noMonths}</p>`
    : html`<section><h2>${words.rateChart} · ${words.target(formatShare(status.periods.at(-1)?.target ?? 0))}</h2>${drawRates(status.periods, lang)}</section>
<section><h2>${words.flowChart}</h2>${drawFlow(status.periods, lang)}</section>`
}
<section><h2>${words.units}</h2>${drawUnits(status.byUnit, lang)}${listUnits(status, lang)}</section>
<section><h2>${words.months}</h2>${listMonths(status, lang)}</section>
${listLicences(status, lang)}
${listAssessments(status, lang)}
<section class="todo"><h2>${words.todo}</h2>${listTodo(status, todo, lang)}</section>`;
  return `<!doctype html>
<html lang="${lang === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
${html`<title>${title}</title>`.markup}<style>${statusStyles}</style></head><body><main>${body.markup}</main></body></html>
`;
}

function listFigures({ problems, correctionRate, daysToClose, periods }: LedgerStatus, lang: 'zh' | 'en'): Html {
  const { status: words } = ledgerMessagesFor(lang);
  const last = periods.at(-1);
  const closed = problems.closed.corrected + problems.closed.removed + problems.closed.kept;
  const reappeared = last?.reappeared ?? 0;
  const figure = (name: string, value: string, kind = ''): Html =>
    html`<div class="${kind}"><dt>${name}</dt><dd>${value}</dd></div>`;
  return html`<dl class="figures">${
    last === undefined
      ? null
      : figure(words.rate, showRate(assessedRate(last), last.target), isMet(last) ? 'good' : 'bad')
  }${figure(words.open, formatCount(problems.open))}${figure(words.answered, formatCount(problems.answered))}${figure(
    words.overdue,
    formatCount(problems.overdue),
    problems.overdue > 0 ? 'bad' : 'good',
  )}${figure(words.closed, formatCount(closed))}${figure(words.reappeared, formatCount(reappeared), reappeared > 0 ? 'bad' : '')}${figure(
    words.correctionRate,
    showShare(correctionRate.all),
  )}</dl>
<p class="remark">${correctionRate.feedback.denominator === 0 ? null : `${words.ofFeedback} ${showShare(correctionRate.feedback)}. `}${
    daysToClose.mean === null ? null : words.daysToClose(daysToClose.mean.toFixed(1))
  }</p>`;
}

/** Licences and penalties, apart from the codes of the registry. */
function listLicences({ licences }: LedgerStatus, lang: 'zh' | 'en'): Html | null {
  if (licences === null) return null;
  const { status: words } = ledgerMessagesFor(lang);
  const headings = [
    words.period,
    words.records,
    words.compliance,
    words.pointsLost,
    words.openedColumn,
    words.closed,
    words.reappeared,
    words.open,
  ];
  const rows = licences.periods.map(
    (month) =>
      html`<tr class="${month.points === 0 ? '' : 'bad'}"><th>${month.period}</th><td>${formatCount(month.records)}</td><td>${showCompliance(month.compliance)}</td><td>${month.points}</td><td>${month.opened}</td><td>${month.closed}</td><td>${month.reappeared}</td><td>${month.open}</td></tr>`,
  );
  return html`<section><h2>${words.licenceMonths}</h2>${table(headings, rows)}<p class="remark">${words.ofAll} ${showShare(licences.correctionRate.all)}</p></section>
<section><h2>${words.licenceUnits}</h2>${drawUnits(licences.byUnit, lang)}${listUnits(licences, lang)}</section>`;
}

function listUnits({ byUnit }: Standings, lang: 'zh' | 'en'): Html {
  const { status: words } = ledgerMessagesFor(lang);
  const headings = [
    words.unit,
    words.overdue,
    words.open,
    words.answered,
    words.closed,
    words.reappeared,
    words.correctionRate,
  ];
  const rows = byUnit.map(
    (unit) =>
      html`<tr class="${unit.overdue > 0 ? 'bad' : ''}"><th>${showUnit(unit.unit, lang)}</th><td>${unit.overdue}</td><td>${unit.open}</td><td>${unit.answered}</td><td>${unit.closed}</td><td>${unit.reappeared}</td><td>${showShare(unit.correctionRate)}</td></tr>`,
  );
  return table(headings, rows);
}

function listMonths({ periods }: LedgerStatus, lang: 'zh' | 'en'): Html {
  const { status: words } = ledgerMessagesFor(lang);
  const headings = [
    words.period,
    words.records,
    words.rate,
    words.openedColumn,
    words.closed,
    words.reappeared,
    words.open,
  ];
  const rows = periods.map(
    (month) =>
      html`<tr class="${isMet(month) ? '' : 'bad'}"><th>${month.period}</th><td>${formatCount(month.records)}</td><td>${showRate(assessedRate(month), month.target)}</td><td>${month.opened}</td><td>${month.closed}</td><td>${month.reappeared}</td><td>${month.open}</td></tr>`,
  );
  return table(headings, rows);
}

function listAssessments({ assessments }: LedgerStatus, lang: 'zh' | 'en'): Html | null {
  const { status: words } = ledgerMessagesFor(lang);
  if (assessments.length === 0) return null;
  const rows = assessments.map(
    ({ name, months, points, mostPoints }) =>
      html`<tr><th>${nameAssessment(name, lang)}</th><td>${words.monthsMet({ met: months.filter(({ met }) => met).length, months: months.length })}</td><td>${points === null || mostPoints === null ? null : words.points({ points, most: mostPoints })}</td></tr>`,
  );
  return html`<section><h2>${words.assessments} ${assessments[0]?.year ?? ''}</h2><table><tbody>${rows}</tbody></table></section>`;
}

function listTodo(status: LedgerStatus, todo: Problem[], lang: 'zh' | 'en'): Html {
  const { status: words } = ledgerMessagesFor(lang);
  if (todo.length === 0) return html`<p>${words.noProblems}</p>`;
  const headings = [words.number, words.due, words.unit, words.name, words.code, words.problem];
  const rows = todo.map(
    (problem) =>
      html`<tr class="${(problem.due ?? '9999') < status.asOf ? 'bad' : ''}"><th>${formatNumber(problem.id)}</th><td>${problem.due ?? '–'}</td><td class="text">${showUnit(problem.unit, lang)}</td><td class="text">${problem.name}</td><td class="code">${problem.code}</td><td class="text">${describeKind(problem, lang)}</td></tr>`,
  );
  const more = countLive(status) - todo.length;
  return html`${table(headings, rows)}${more > 0 ? html`<p>${words.more(more)}</p>` : null}`;
}

function table(headings: string[], rows: Content[]): Html {
  return html`<table><thead><tr>${headings.map((heading) => html`<th>${heading}</th>`)}</tr></thead><tbody>${rows}</tbody></table>`;
}
