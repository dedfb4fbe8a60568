import { licenceMessagesFor } from '../../messages/licences/index.ts';
import { describeLocation } from '../../messages/location/index.ts';
import { explain } from '../../messages/verdict/index.ts';
import type { LicenceFinding } from '../finding.ts';
import { CATEGORY_NAMES } from '../rules.ts';

/** The tables that findings number, as the run names them. */
export interface LicenceContext {
  files: string[];
  sheets: (string | null)[];
  lang: 'zh' | 'en';
}

/** Why it is a finding. */
export function explainLicence(
  { rule, role, category, suggestion, issue, value }: LicenceFinding,
  lang: 'zh' | 'en',
): string {
  const verdict = issue === null ? '' : explain(issue, value, lang, suggestion);
  return licenceMessagesFor(lang).reasons[rule]({ role, category: CATEGORY_NAMES[category], suggestion, verdict });
}

/** Where it stands; the file is named where there are several. */
export function placeLicence({ file, row, line }: LicenceFinding, { files, sheets, lang }: LicenceContext): string {
  const sheet = sheets[file] ?? null;
  const path = files.length > 1 || sheet !== null ? (files[file] ?? null) : null;
  return describeLocation({ path, sheet, row, line }, lang);
}
