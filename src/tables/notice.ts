import type { Warning } from '../check/report.ts';
import { type InputWarnings, inputMessagesFor } from '../messages/input/index.ts';

/** A warning of how an input was taken, before it is put into words. */
export interface Notice {
  code: string;
  file: string;
  count?: number;
  say(texts: InputWarnings): string;
}

/** Notices as the report has them. */
export function describeNotices(notices: Notice[], lang: 'zh' | 'en'): Warning[] {
  const { warning } = inputMessagesFor(lang);
  return notices.map(({ say, ...facts }) => ({ ...facts, message: say(warning) }));
}
