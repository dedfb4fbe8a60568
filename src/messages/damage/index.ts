import { type Language, pick } from '../voice.ts';
import { en } from './en.ts';
import { zh } from './zh.ts';

type Texts = typeof en;
type FactsOf<Text> = Text extends (facts: infer Facts) => string ? Facts : never;

/** How bytes are not what they claim to be, as data. */
export type Damage = { [Kind in keyof Texts]: { kind: Kind } & FactsOf<Texts[Kind]> }[keyof Texts];

/** Damage in brackets, to stand after what is damaged; empty where only a library knows, in English. */
export function describeDamage(damage: Damage, lang: Language): string {
  const describe = pick(lang, { en, zh })[damage.kind] as (facts: Damage) => string;
  const text = describe(damage);
  if (text === '') return '';
  return lang === 'en' ? ` (${text})` : `（${text}）`;
}
