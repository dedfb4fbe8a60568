/** The languages of every text. */
export type Language = 'zh' | 'en';

/** Who speaks: the command names its flags, the page its controls, the library its options. */
export type Face = 'command' | 'page' | 'library';

/** In which language, and in whose words. */
export interface Voice {
  lang: Language;
  face: Face;
}

/** The voice of a run; the library speaks Chinese unless it is told otherwise. */
export function voiceOf({ lang = 'zh', face = 'library' }: { lang?: Language; face?: Face }): Voice {
  return { lang, face };
}

/** The texts of one language. */
export function pick<Texts>(lang: Language, texts: Record<Language, Texts>): Texts {
  return lang === 'en' ? texts.en : texts.zh;
}

/** Whole sentences, one after the other. */
export function joinSentences(sentences: readonly string[], lang: Language): string {
  return sentences.filter((sentence) => sentence !== '').join(lang === 'en' ? ' ' : '');
}
