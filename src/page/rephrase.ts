import { pageMessagesFor } from '../messages/page/index.ts';
import type { Language } from '../messages/voice.ts';

/** A message of the engine in the words of the page: what it calls by flags of the command has names here. */
export function rephrase(message: string, lang: Language): string {
  return pageMessagesFor(lang).phrases.reduce(
    (text, [pattern, instead]) => text.replaceAll(new RegExp(pattern, 'g'), instead),
    message,
  );
}
