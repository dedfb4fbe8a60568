import type { CheckOptions } from '../../check/options.ts';
import { UsccError } from '../../code/error.ts';
import { inputMessagesFor } from '../../messages/input/index.ts';
import type { FilePlan } from '../plan/plan.ts';
import { findFault } from './fault.ts';
import { unitLimit } from './kernel/layout.ts';
import type { FileScan } from './scan-stage.ts';

const unclearShare = 0.01;

/** What the kernel stopped at, as people read it; other errors as they are. */
export function describeFault(error: unknown, { path, unitColumn }: FilePlan, { lang = 'zh' }: CheckOptions): unknown {
  const fault = findFault(error);
  if (fault === null) return error;
  const messages = inputMessagesFor(lang);
  const describe = (): string => {
    if (fault.kind === 'shrunk') return messages.changed(path);
    if (fault.kind === 'too-many-units') return messages.tooManyUnits(path, unitColumn ?? '', unitLimit);
    return messages.recordTooLong(path, fault.at, fault.limitBytes >> 20);
  };
  return new UsccError('input', describe(), { cause: fault });
}

/** Refuses a file without records, and one whose encoding was guessed wrong. */
export function checkFile(plan: FilePlan, file: FileScan, options: CheckOptions): void {
  const messages = inputMessagesFor(options.lang ?? 'zh');
  if (file.records === 0) throw new UsccError('input', messages.noRows(plan.path));
  const { count, lines } = file.undecodable;
  if (plan.isGuessed && count > file.records * unclearShare) {
    throw new UsccError('input', messages.unclearEncoding(plan.path, count, lines[0] ?? 0));
  }
}
