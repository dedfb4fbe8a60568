import { UsccError } from '../../code/error.ts';
import { findNearest } from '../../messages/nearest.ts';
import { optionsMessagesFor } from '../../messages/options/index.ts';
import type { Kind } from './kinds.ts';
import { type Checked, SCHEMAS, type Schema } from './schemas.ts';

/**
 * Checks what a caller passed to a function of the library, and gives it as the engine takes it: a share or a text becomes a target,
 * `GBK` becomes `gb18030`. Options that are undefined are left out.
 *
 * @throws {UsccError} `usage`: an option that the function does not have, with the nearest it has, or a value that is none of its kind
 */
export function readOptions<Options extends object>(name: Checked, options: object): Options {
  const lang = typeof options === 'object' && (options as { lang?: unknown } | null)?.lang === 'en' ? 'en' : 'zh';
  const messages = optionsMessagesFor(lang);
  const refuse = (message: string): never => {
    throw new UsccError('usage', message);
  };
  if (typeof options !== 'object' || options === null) refuse(messages.noOptions(name));
  const schema: Schema = SCHEMAS[name];
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) {
    const kind = Object.hasOwn(schema, key) ? schema[key] : undefined;
    if (kind === undefined) return refuse(messages.unknown(name, key, findNearest(key, Object.keys(schema))));
    if (value === undefined) continue;
    const accepted = kind.accept(value);
    if (accepted === undefined) refuse(describeWanted(key, value, kind, lang));
    read[key] = accepted;
  }
  return read as Options;
}

function describeWanted(key: string, value: unknown, { wanted, choices = [] }: Kind, lang: 'zh' | 'en'): string {
  const messages = optionsMessagesFor(lang);
  const shown = typeof value === 'string' ? `"${value}"` : typeof value === 'object' ? 'object' : String(value);
  if (wanted === 'choice') {
    const nearest = typeof value === 'string' ? findNearest(value, choices) : null;
    return messages.ofOption(key, messages.notOneOf(shown, [...choices], nearest));
  }
  if (wanted in messages.wanted) {
    return messages.ofOption(key, messages.must(shown, messages.wanted[wanted as keyof typeof messages.wanted]));
  }
  return messages.ofOption(key, messages[wanted as Exclude<typeof wanted, keyof typeof messages.wanted>](shown));
}
