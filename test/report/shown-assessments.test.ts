import { expect, test } from 'vitest';
import type { AssessmentRow } from '../../src/check/report.ts';
import { listShownAssessments } from '../../src/report/shown-assessments.ts';

const names = ['taian-2023', 'zero-errors', 'chengwu-2022', 'pingyin-2022', 'county'];

test.each([
  ['none asked for: generic ones and one’s own', [], ['taian-2023', 'zero-errors', 'county']],
  ['what is asked for, and one’s own', ['pingyin-2022'], ['pingyin-2022', 'county']],
])('%s', (_, chosen, shown) => {
  const row = { title: '', source: '', met: true, points: null, mostPoints: null, away: 0, units: null, message: '' };
  const assessments = names.map((name): AssessmentRow => ({ ...row, name, chosen: chosen.includes(name) }));
  expect(listShownAssessments({ assessments }).map(({ name }) => name)).toEqual(shown);
});
