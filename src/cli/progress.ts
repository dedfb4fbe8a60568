import type { Progress } from '../engine/options.ts';
import type { CliMessages } from '../messages/cli/index.ts';
import { formatCount } from '../write/numbers.ts';
import { truncate } from '../write/width.ts';

const INTERVAL_MILLISECONDS = 100;
const ERASE_LINE = '\r\u001b[K';

/** One line on standard error that is rewritten as work goes on; nothing unless it is a terminal. */
export interface ProgressLine {
  show(progress: Progress): void;
  erase(): void;
}

export function createProgressLine(
  stream: { isTTY?: boolean; columns?: number; write(text: string): unknown },
  messages: CliMessages,
  now: () => number = Date.now,
): ProgressLine {
  if (stream.isTTY !== true) return { show() {}, erase() {} };
  let shownAt = Number.NEGATIVE_INFINITY;
  let isShown = false;
  return {
    show({ stage, doneBytes, totalBytes, records }) {
      if (now() - shownAt < INTERVAL_MILLISECONDS) return;
      shownAt = now();
      isShown = true;
      const percent = totalBytes > 0 ? `${Math.floor((100 * Math.min(doneBytes, totalBytes)) / totalBytes)}%` : '';
      const line = `${messages.progress[stage]} ${percent.padStart(4)}  ${messages.progressRecords(formatCount(records))}`;
      stream.write(ERASE_LINE + truncate(line, (stream.columns || 80) - 1));
    },
    erase() {
      if (isShown) stream.write(ERASE_LINE);
      isShown = false;
    },
  };
}
