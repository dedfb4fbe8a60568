import { findNearest } from '../../messages/nearest.ts';
import type { CallFault } from '../../messages/options/call-fault.ts';
import type { Kind } from './kinds.ts';
import { refuseCall } from './refuse-call.ts';
import { type Checked, SCHEMAS, type Schema } from './schemas.ts';

/**
 * Checks what a caller passed to a function of the library, and gives it as the engine takes it: a share or a text becomes a target,
 * `GBK` becomes `gb18030`. Options that are undefined are left out.
 *
 * @throws {UsccError} `usage`: an option that the function does not have, with the nearest it has, or a value that is none of its kind
 */
export function readOptions<Options extends object>(name: Checked, options: object): Options {
  if (typeof options !== 'object' || options === null) throw refuseCall(name, { kind: 'no-options' });
  const lang = (options as { lang?: unknown }).lang === 'en' ? 'en' : 'zh';
  const schema: Schema = SCHEMAS[name];
  const read: Record<string, unknown> = {};
  for (const [key, value] of Object.entries(options)) {
    const kind = Object.hasOwn(schema, key) ? schema[key] : undefined;
    if (kind === undefined) {
      throw refuseCall(name, { kind: 'unknown-option', key, nearest: findNearest(key, Object.keys(schema)) }, lang);
    }
    if (value === undefined) continue;
    const accepted = kind.accept(value);
    if (accepted === undefined) throw refuseCall(name, findFault(key, value, kind), lang);
    read[key] = accepted;
  }
  return read as Options;
}

function findFault(key: string, value: unknown, { wanted, choices = [] }: Kind): CallFault {
  const shown = typeof value === 'string' ? `"${value}"` : typeof value === 'object' ? 'object' : String(value);
  const nearest = typeof value === 'string' ? findNearest(value, choices) : null;
  return { kind: 'bad-value', key, value: shown, wanted, choices, nearest };
}
