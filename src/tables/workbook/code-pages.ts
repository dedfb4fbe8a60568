const labels = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1252, 'windows-1252'],
  [65_001, 'utf-8'],
]);

/** What `@e965/xlsx` asks of code pages, for text of workbooks of before 1997; the platform decodes it. Pages that are not named are Chinese. */
export const codePages = {
  utils: {
    decode: (page: number, bytes: ArrayLike<number>): string =>
      new TextDecoder(labels.get(page) ?? 'gb18030').decode(Uint8Array.from(bytes)),
  },
};
