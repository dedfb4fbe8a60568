import { assessmentMessagesFor } from '../../messages/assessment/index.ts';
import { ledgerMessagesFor } from '../../messages/ledger/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Style } from '../../write/style.ts';
import { alignColumns } from '../../write/table.ts';
import { describeKind } from '../form/form-row.ts';
import { formatNumber, type Problem } from '../problem.ts';
import type { Standings } from '../standings.ts';
import { countLive, type LedgerStatus } from '../status.ts';
import { isMet } from './month-text.ts';
import { assessedRate, showCompliance, showRate, showShare, showUnit } from './words.ts';

/** Rows of each table on a terminal. */
const mostRows = 20;

/** Where the loop stands, and what is to be done first. */
export function renderStatus(
  status: LedgerStatus,
  todo: Problem[],
  { lang, style }: { lang: 'zh' | 'en'; style: Style },
): string {
  const { status: words } = ledgerMessagesFor(lang);
  const lines = [
    style.strong(escapeControls(words.title(status.organization))),
    style.faint(`  ${words.asOf({ period: status.period, day: status.asOf })}`),
    ...renderStandings(status, lang, style),
    ...renderMonths(status, lang, style),
    ...renderUnits(words.units, status, lang, style),
    ...renderLicences(status, lang, style),
    ...renderTodo(status, todo, lang, style),
    ...renderAssessments(status, lang, style),
  ];
  return `${lines.join('\n')}\n`;
}

function renderStandings(
  { problems, correctionRate, daysToClose }: Standings,
  lang: 'zh' | 'en',
  style: Style,
): string[] {
  const { status: words } = ledgerMessagesFor(lang);
  const facts = [
    `${words.open} ${formatCount(problems.open)}`,
    `${words.answered} ${formatCount(problems.answered)}`,
    (problems.overdue > 0 ? style.bad : style.good)(`${words.overdue} ${formatCount(problems.overdue)}`),
    `${words.closed} ${formatCount(problems.closed.corrected + problems.closed.removed + problems.closed.kept)}`,
    `${words.exempt} ${formatCount(problems.exempt)}`,
  ];
  const lines = [`  ${facts.join('  ')}`, `  ${words.ofAll} ${showShare(correctionRate.all)}`];
  if (correctionRate.feedback.denominator > 0)
    lines.push(`  ${words.ofFeedback} ${showShare(correctionRate.feedback)}`);
  if (daysToClose.mean !== null) lines.push(`  ${words.daysToClose(daysToClose.mean.toFixed(1))}`);
  return lines;
}

/** Licences and penalties, apart from the codes of the registry. */
function renderLicences({ licences }: LedgerStatus, lang: 'zh' | 'en', style: Style): string[] {
  if (licences === null) return [];
  const { status: words } = ledgerMessagesFor(lang);
  const head = [
    words.period,
    words.records,
    words.compliance,
    words.pointsLost,
    words.openedColumn,
    words.closed,
    words.reappeared,
    words.open,
  ];
  const months = licences.periods.slice(-12);
  const rows = months.map((month) => [
    month.period,
    formatCount(month.records),
    showCompliance(month.compliance),
    String(month.points),
    formatCount(month.opened),
    formatCount(month.closed),
    formatCount(month.reappeared),
    formatCount(month.open),
  ]);
  const [heading = '', ...lines] = alignColumns(
    [head, ...rows],
    head.map((_, at) => (at === 0 ? 'left' : 'right')),
  );
  return [
    '',
    style.strong(words.licences),
    ...renderStandings(licences, lang, style),
    '',
    style.strong(words.licenceMonths),
    style.faint(heading),
    ...lines.map((line, at) => (months[at]?.points === 0 ? line : style.bad(line))),
    ...renderUnits(words.licenceUnits, licences, lang, style),
  ];
}

function renderMonths({ periods }: LedgerStatus, lang: 'zh' | 'en', style: Style): string[] {
  const { status: words } = ledgerMessagesFor(lang);
  if (periods.length === 0) return ['', `  ${words.noMonths}`];
  const head = [
    words.period,
    words.records,
    words.rate,
    '',
    words.openedColumn,
    words.closed,
    words.reappeared,
    words.open,
  ];
  const rows = periods.map((month, at) => [
    month.period,
    formatCount(month.records),
    showRate(assessedRate(month), month.target),
    showTrend(periods, at),
    formatCount(month.opened),
    formatCount(month.closed),
    formatCount(month.reappeared),
    formatCount(month.open),
  ]);
  const sides: ('left' | 'right')[] = ['left', 'right', 'right', 'left', 'right', 'right', 'right', 'right'];
  const [heading = '', ...lines] = alignColumns([head, ...rows.slice(-12)], sides);
  const months = periods.slice(-12);
  const shown = lines.map((line, at) => {
    const month = months[at];
    return month === undefined || isMet(month) ? line : style.bad(line);
  });
  return ['', style.strong(words.months), style.faint(heading), ...shown];
}

/** Where the rate goes: lower is better. */
function showTrend(periods: LedgerStatus['periods'], at: number): string {
  const [before, now] = [periods[at - 1], periods[at]];
  if (before === undefined || now === undefined || before.definition !== now.definition) return '';
  const [was, is] = [assessedRate(before).value, assessedRate(now).value];
  if (was === null || is === null) return '';
  return is < was ? '↓' : is > was ? '↑' : '=';
}

function renderUnits(title: string, { byUnit }: Standings, lang: 'zh' | 'en', style: Style): string[] {
  const { status: words } = ledgerMessagesFor(lang);
  if (byUnit.length === 0) return [];
  const head = [
    words.unit,
    words.open,
    words.answered,
    words.overdue,
    words.closed,
    words.reappeared,
    words.correctionRate,
  ];
  const rows = byUnit
    .slice(0, mostRows)
    .map((unit) => [
      escapeControls(showUnit(unit.unit, lang)),
      formatCount(unit.open),
      formatCount(unit.answered),
      formatCount(unit.overdue),
      formatCount(unit.closed),
      formatCount(unit.reappeared),
      showShare(unit.correctionRate),
    ]);
  const [heading = '', ...lines] = alignColumns(
    [head, ...rows],
    ['left', 'right', 'right', 'right', 'right', 'right', 'right'],
  );
  const shown = lines.map((line, at) => ((byUnit[at]?.overdue ?? 0) > 0 ? style.bad(line) : line));
  return [
    '',
    style.strong(title),
    style.faint(heading),
    ...shown,
    ...showMore(byUnit.length - rows.length, lang, style),
  ];
}

function renderTodo(status: LedgerStatus, todo: Problem[], lang: 'zh' | 'en', style: Style): string[] {
  const { status: words } = ledgerMessagesFor(lang);
  if (todo.length === 0) return ['', style.good(`  ${words.noProblems}`)];
  const head = [words.number, words.due, words.unit, words.code, words.problem, words.name];
  const rows = todo
    .slice(0, mostRows)
    .map((problem) => [
      formatNumber(problem.id),
      problem.due ?? '–',
      escapeControls(showUnit(problem.unit, lang)),
      escapeControls(problem.code),
      escapeControls(describeKind(problem, lang)),
      escapeControls(problem.name),
    ]);
  const [heading = '', ...lines] = alignColumns([head, ...rows], ['left', 'left', 'left', 'left', 'left', 'left']);
  const shown = lines.map((line, at) => ((todo[at]?.due ?? '9999') < status.asOf ? style.bad(line) : line));
  const more = countLive(status) - rows.length;
  return ['', style.strong(words.todo), style.faint(heading), ...shown, ...showMore(more, lang, style)];
}

function renderAssessments({ assessments }: LedgerStatus, lang: 'zh' | 'en', style: Style): string[] {
  const { status: words } = ledgerMessagesFor(lang);
  if (assessments.length === 0) return [];
  const rows = assessments.map(({ name, months, points, mostPoints }) => [
    nameAssessment(name, lang),
    words.monthsMet({ met: months.filter(({ met }) => met).length, months: months.length }),
    points === null || mostPoints === null ? '' : words.points({ points, most: mostPoints }),
  ]);
  return [
    '',
    style.strong(`${words.assessments} ${assessments[0]?.year ?? ''}`),
    ...alignColumns(rows, ['left', 'left', 'left']),
  ];
}

/** What a plan calls its rule; one of the user's own by its name. */
export function nameAssessment(name: string, lang: 'zh' | 'en'): string {
  return assessmentMessagesFor(lang).title({ name, definition: 'literal' });
}

function showMore(count: number, lang: 'zh' | 'en', style: Style): string[] {
  return count > 0 ? [style.faint(`  ${ledgerMessagesFor(lang).status.more(count)}`)] : [];
}
