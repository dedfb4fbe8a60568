import { decide } from '../code/cell/decide.ts';
import { fill } from '../messages/form/say.ts';
import { speak } from './check-code.ts';
import type { FormOptions, Lookup, NoteEffect, RegistryAnswer } from './options.ts';
import type { FormVerdict } from './verdict.ts';

/** How long an answer holds, in milliseconds: from leaving a field to submitting its form, not longer. */
const holdsFor = 30_000;
const mostAnswers = 100;

interface Held {
  answer: RegistryAnswer | null;
  until: number;
}

/** By the host's function, so that the rules, the field and the submit of one form ask once. */
const held = new WeakMap<Lookup, Map<string, Held>>();

/** Whether there is something to ask: a code that conforms, whose form has a registry. */
export function isAsked({ state, value }: FormVerdict, { lookup }: FormOptions): boolean {
  return state === 'valid' && lookup !== undefined && decide(value, value).partition === 'conforming';
}

/** The answer that is held, or undefined. */
export function recall(lookup: Lookup, code: string): RegistryAnswer | null | undefined {
  const known = held.get(lookup)?.get(code);
  return known !== undefined && known.until > Date.now() ? known.answer : undefined;
}

/** Asks the host, and holds the answer. */
export async function ask(lookup: Lookup, code: string, signal: AbortSignal): Promise<RegistryAnswer | null> {
  // A function without types forgets to say `null`.
  const answer = (await lookup(code, signal)) ?? null;
  const answers = held.get(lookup) ?? new Map<string, Held>();
  held.set(lookup, answers);
  if (answers.size >= mostAnswers) answers.clear();
  answers.set(code, { answer, until: Date.now() + holdsFor });
  return answer;
}

/** A verdict with what the registry said. */
export function settle(
  verdict: FormVerdict,
  registry: RegistryAnswer | 'pending' | 'failed' | null,
  options: FormOptions,
): FormVerdict {
  if (registry === null) return verdict;
  if (registry === 'pending') return { ...verdict, state: 'pending', registry };
  const [effect, message] = weighAnswer(registry, options);
  if (effect === 'error') return { ...verdict, state: 'invalid', message, warnings: [], registry };
  return { ...verdict, warnings: effect === 'warn' ? [...verdict.warnings, message] : verdict.warnings, registry };
}

function weighAnswer(registry: RegistryAnswer | 'failed', options: FormOptions): [NoteEffect, string] {
  const texts = speak(options);
  if (registry === 'failed') return ['warn', texts.failed];
  if (!registry.registered) return [options.unregistered ?? 'ignore', texts.unregistered];
  return [options.registered ?? 'error', registry.name ? fill(texts.registeredTo, registry) : texts.registered];
}
