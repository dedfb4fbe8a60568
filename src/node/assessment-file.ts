import { readFile } from 'node:fs/promises';
import { parseAssessments } from '../check/assess/assessment-file.ts';
import type { AssessmentRule } from '../check/assess/assessments.ts';
import { UsccError } from '../code/error.ts';
import { cliMessagesFor, describeSystemError } from '../messages/cli/index.ts';

/**
 * Reads a file of assessments, UTF-8.
 *
 * @throws {UsccError} `input` when it cannot be read, or holds something else; the message names the file and the field
 */
export async function readAssessments(path: string, lang: 'zh' | 'en'): Promise<AssessmentRule[]> {
  const messages = cliMessagesFor(lang);
  const text = await readFile(path, 'utf8').catch((error: unknown) => {
    const reason = describeSystemError(error, messages);
    throw new UsccError('input', messages.cannotReadInput(path, reason), { cause: error });
  });
  try {
    return parseAssessments(text, lang);
  } catch (error) {
    throw error instanceof UsccError ? new UsccError(error.code, `${path}: ${error.message}`, { cause: error }) : error;
  }
}
