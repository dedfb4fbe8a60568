import { readFile } from 'node:fs/promises';
import { parseAssessments } from '../check/assess/assessment-file.ts';
import type { AssessmentRule } from '../check/assess/assessments.ts';
import { refuse } from '../messages/refusal/index.ts';
import { nameSystemError } from '../messages/system-errors.ts';
import { showPath, toSystem } from './system-path.ts';

/**
 * Reads a file of assessments, UTF-8.
 *
 * @throws {UsccError} `input` when it cannot be read, or holds something else; the error names the file and the field
 */
export async function readAssessments(path: string): Promise<AssessmentRule[]> {
  const file = showPath(path);
  const text = await readFile(toSystem(path), 'utf8').catch((cause: unknown) => {
    throw refuse('input', { kind: 'cannot-read', file, reason: nameSystemError(cause) }, { cause });
  });
  return parseAssessments(text, file);
}
