import type { FormLanguage } from '../form/options.ts';

/** The language of the nearest `lang` attribute: English for `en…`, else Chinese. */
export function languageOf(element: Element): FormLanguage {
  return /^en\b/i.test(element.closest('[lang]')?.getAttribute('lang') ?? '') ? 'en' : 'zh';
}
