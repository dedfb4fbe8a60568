import type { DuplicateRecord } from '../check/findings/finding.ts';
import type { IssueCode, NoteCode } from '../code/verdict.ts';
import { reportMessagesFor } from '../messages/report/index.ts';
import { formMessagesFor } from '../messages/report-form/index.ts';
import { messagesFor } from '../messages/verdict/index.ts';
import { partitionOf, severityOf } from './partition.ts';

const duplicateRules = ['duplicate', 'duplicate-conflicting', 'duplicate-repeated'] as const;

/** The rule of a duplicate; without names the kinds are not told apart. */
export function duplicateRule(kind: DuplicateRecord['kind']): (typeof duplicateRules)[number] {
  return kind === null ? 'duplicate' : `duplicate-${kind}`;
}

/** A rule for each issue, note, and kind of duplicate. */
export function listRules(lang: 'zh' | 'en'): unknown[] {
  const { issueTitles, issueAdvice, noteTitles } = reportMessagesFor(lang);
  const { notes } = messagesFor(lang);
  const forms = formMessagesFor(lang);
  const level = { error: 'error', warning: 'warning', info: 'note' } as const;
  const issues = (Object.keys(issueTitles) as IssueCode[]).map((id) =>
    describe(id, issueTitles[id], issueAdvice[id], level[severityOf(partitionOf(id))]),
  );
  const noted = (Object.keys(noteTitles) as NoteCode[]).map((id) => describe(id, noteTitles[id], notes[id], 'note'));
  const duplicates = duplicateRules.map((id) =>
    describe(id, forms.duplicateTitles[id], forms.duplicateAdvice, 'error'),
  );
  return [...issues, ...noted, ...duplicates];
}

function describe(id: string, title: string, advice: string, level: 'error' | 'warning' | 'note'): unknown {
  const name = id.replace(/(^|-)[a-z]/g, (letter) => letter.slice(-1).toUpperCase());
  const help = { text: advice };
  return { id, name, shortDescription: { text: title }, fullDescription: help, help, defaultConfiguration: { level } };
}
