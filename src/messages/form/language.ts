/** The languages that forms speak: Chinese in both scripts, and English. */
export type SpokenLanguage = 'zh' | 'zh-Hant' | 'en';

const known = /^(?:(en)|(zh(?:[-_]cmn)?[-_](?:hant|tw|hk|mo))|zh|cmn)(?![a-z])/i;
const told = new Set<string>();

/**
 * The language that a tag of BCP 47 asks for: `en-US` is English, `zh-TW`, `zh-HK` and `zh-Hant-…` are traditional Chinese, any other
 * `zh` is simplified. Chinese for what is not spoken here, which the console is told once; nothing is Chinese too.
 *
 * @example resolveLanguage('zh-TW') // 'zh-Hant'
 */
export function resolveLanguage(tag: string | null | undefined): SpokenLanguage {
  if (!tag) return 'zh';
  const match = known.exec(tag.trim());
  if (match === null && !told.has(tag)) {
    told.add(tag);
    console.warn(`uscc-toolkit: no texts in "${tag}", Chinese instead`);
  }
  return match?.[1] ? 'en' : match?.[2] ? 'zh-Hant' : 'zh';
}
