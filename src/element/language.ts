import { resolveLanguage, type SpokenLanguage } from '../messages/form/language.ts';

/** The language of the nearest `lang` attribute. */
export function languageOf(element: Element): SpokenLanguage {
  return resolveLanguage(element.closest('[lang]')?.getAttribute('lang'));
}
