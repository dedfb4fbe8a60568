import { describeLocation } from '../../messages/location/index.ts';
import { withRemedy } from '../../messages/remedy/index.ts';
import { suspectMessagesFor } from '../../messages/suspect/index.ts';
import { suspectKinds } from '../../suspects/suspect.ts';
import { escapeControls } from '../../write/escape-controls.ts';
import { formatCount } from '../../write/numbers.ts';
import type { Summary } from './summary.ts';

/** Suspects named in the summary. */
export const SUSPECTS_SHOWN = 5;

/** Suspected duplicates: how many of each kind, and the surest. */
export function listSuspects({ report, suspects = [], lang, style, folder }: Summary): string[] {
  if (report.suspects === undefined) return [];
  const { kinds, commonNames, crowdedGroups } = report.suspects;
  const messages = suspectMessagesFor(lang);
  const total = suspectKinds.reduce((sum, kind) => sum + kinds[kind], 0);
  const lines = [style.strong(messages.title)];
  if (total === 0) lines.push(`  ${messages.none}`);
  else lines.push(`  ${style.faint(messages.explanation)}`);
  for (const kind of suspectKinds) {
    if (kinds[kind] > 0) lines.push(`  ${formatCount(kinds[kind]).padStart(7)}  ${messages.kinds[kind]}`);
  }
  const shown = suspects.slice(0, SUSPECTS_SHOWN);
  for (const { evidence, records } of shown) {
    lines.push(`  ${style.strong(messages.evidence[evidence])}`);
    for (const { code, name, file, row, line } of records) {
      const { path = '', sheet = null } = report.files[file] ?? {};
      const place = describeLocation({ path: report.files.length > 1 ? path : null, sheet, line, row }, lang);
      lines.push(escapeControls(`    ${code}  ${name}  ${place}`));
    }
  }
  if (total > shown.length && folder === null)
    lines.push(
      `  ${withRemedy(messages.more(formatCount(total - shown.length)), 'all-suspects', { lang, face: 'command' })}`,
    );
  if (commonNames > 0) lines.push(`  ${messages.commonNames(formatCount(commonNames))}`);
  if (crowdedGroups > 0) lines.push(`  ${messages.crowdedGroups(formatCount(crowdedGroups))}`);
  return lines;
}
