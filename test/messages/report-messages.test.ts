import { describe, expect, test } from 'vitest';
import type { Issue, IssueCode, NoteCode } from '../../src/code/verdict.ts';
import { reportMessagesFor } from '../../src/messages/report/index.ts';
import { formMessagesFor } from '../../src/messages/report-form/index.ts';
import { explain, messagesFor } from '../../src/messages/verdict/index.ts';

/** One issue of each kind, as validation finds them. */
const issues: Record<IssueCode, [issue: Issue, normalized: string]> = {
  missing: [{ code: 'missing' }, ''],
  'spreadsheet-notation': [{ code: 'spreadsheet-notation' }, '9.11E+17'],
  charset: [{ code: 'charset', at: 9, actual: 'O' }, '91350100O000100Y43'],
  'identity-number': [{ code: 'identity-number' }, '110105********002X'],
  'region-format': [{ code: 'region-format', at: 7, actual: 'N' }, '429006NA000000022X'],
  'pilot-era': [{ code: 'pilot-era' }, '91350211M0000XUF46'],
  'check-digit': [{ code: 'check-digit', at: 18, actual: '4', expected: '3' }, '91350100M000100Y44'],
  'organization-check-digit': [
    { code: 'organization-check-digit', at: 17, actual: '5', expected: '4' },
    '91350100M000100Y55',
  ],
  'registration-number': [{ code: 'registration-number' }, '440301103097413'],
  'taxpayer-number': [{ code: 'taxpayer-number' }, '110105802100433'],
  'organization-code': [{ code: 'organization-code' }, '802100433'],
  'registration-check-digit': [{ code: 'registration-check-digit' }, '440301103097414'],
  length: [{ code: 'length' }, '91350100M000100Y4'],
};
const acts = {
  zh: /请|不必/,
  en: /\b(Enter|Export|Compare|Ask|ask|Look|needs no correction|remove)\b/,
};

describe.each(['zh', 'en'] as const)('%s', (lang) => {
  const report = reportMessagesFor(lang);

  test.each(Object.keys(issues) as IssueCode[])('%s: what is wrong, where, and what to do', (code) => {
    const [issue, normalized] = issues[code];
    const text = explain(issue, normalized, lang);
    expect(text).toMatch(acts[lang]);
    expect(text).toMatch(lang === 'zh' ? /。$/ : /\.$/);
    if (issue.at !== undefined) expect(text).toContain(String(issue.at));
    if (issue.actual !== undefined) expect(text).toContain(issue.actual);
    if (issue.expected !== undefined) expect(text).toContain(issue.expected);
    expect(report.issueTitles[code]).not.toBe('');
    expect(report.issueAdvice[code]).not.toBe('');
  });

  test('notes, diagnoses, duplicates', () => {
    const { notes, diagnoses } = messagesFor(lang);
    for (const note of Object.keys(notes) as NoteCode[]) {
      expect(notes[note].length).toBeGreaterThan(10);
      expect(report.noteTitles[note]).not.toBe('');
    }
    for (const text of Object.values(diagnoses)) expect(text).toMatch(lang === 'zh' ? /请/ : /Look|Export/);
    const forms = formMessagesFor(lang);
    for (const kind of ['conflicting', 'repeated', null] as const) {
      expect(forms.duplicate('91350100M000100Y43', 3, kind)).toMatch(lang === 'zh' ? /请/ : /ask|keep|look/);
    }
  });
});

test('no Chinese text is English, and the other way round', () => {
  for (const code of Object.keys(issues) as IssueCode[]) {
    const [issue, normalized] = issues[code];
    expect(explain(issue, normalized, 'zh')).toMatch(/[\u4e00-\u9fff]{4}/);
    expect(explain(issue, normalized, 'en')).not.toMatch(/[\u4e00-\u9fff]/);
  }
});
