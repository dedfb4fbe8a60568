import { withRemedy } from '../../messages/remedy/index.ts';
import { reportMessagesFor } from '../../messages/report/index.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Summary } from './summary.ts';
import { listAssessments } from './text-assessments.ts';
import { listCauses } from './text-causes.ts';
import { listCounts, listDuplicates, listFiles } from './text-counts.ts';
import { listExamples } from './text-examples.ts';
import { listAuthorities, listRegions, listUnits } from './text-groups.ts';
import { listIssues, listNotes } from './text-issues.ts';
import { listSuspects } from './text-suspects.ts';
import { listRates, stateVerdict } from './text-verdict.ts';

const MOST_WARNINGS = 10;

/** The summary for a person: verdict first, then what it rests on, ending with where the lists are. */
export function renderSummary(summary: Summary): string {
  const sections = [
    stateVerdict(summary),
    listFiles(summary),
    listCounts(summary),
    listDuplicates(summary),
    listSuspects(summary),
    listRates(summary),
    listAssessments(summary),
    listCauses(summary),
    listIssues(summary),
    listNotes(summary),
    listUnits(summary),
    listAuthorities(summary),
    listRegions(summary),
    listExamples(summary),
    listWarnings(summary),
    listOutput(summary),
  ];
  return sections
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

function listWarnings({ report, lang, style }: Summary): string[] {
  if (report.warnings.length === 0) return [];
  const messages = reportMessagesFor(lang);
  const lines = report.warnings.slice(0, MOST_WARNINGS).map((warning) => `  ! ${escapeControls(warning.message)}`);
  const more = report.warnings.length - lines.length;
  const rest = withRemedy(messages.moreWarnings(formatCount(more)), 'all-numbers', { lang, face: 'command' });
  return [style.strong(messages.warnings), ...lines, ...(more > 0 ? [`  ${rest}`] : [])];
}

function listOutput({ report, lang, style, folder, written }: Summary): string[] {
  const messages = reportMessagesFor(lang);
  const elapsed = style.faint(messages.elapsed(report.elapsedSeconds.toFixed(report.elapsedSeconds < 10 ? 2 : 0)));
  const named = written.map((path) => style.strong(messages.written(escapeControls(path))));
  if (folder === null) return [...named, elapsed];
  const files = Object.entries(messages.outFiles).map(([name, what]) => `  ${name.padEnd(14)}  ${what}`);
  return [style.strong(messages.written(escapeControls(folder))), ...files, ...named, elapsed];
}
