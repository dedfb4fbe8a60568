import { BrokenError } from '../broken.ts';

const labels = new Map([
  [932, 'shift_jis'],
  [936, 'gb18030'],
  [949, 'euc-kr'],
  [950, 'big5'],
  [1200, 'utf-16le'],
  [1252, 'windows-1252'],
  [65_001, 'utf-8'],
]);

const { fromCharCode } = String;

/** How many texts may still be decoded of the workbook that is read. */
let left = Number.POSITIVE_INFINITY;

function spendText(): void {
  if (--left < 0) throw new BrokenError({ kind: 'ends-early' });
}

/**
 * Bounds what the library decodes of a workbook of so many bytes: of a record that is shorter than its text, it goes on behind the end
 * for ever, by what code page says, or a character at a time.
 */
export function limitDecoding<Result>(bytes: number, read: () => Result): Result {
  left = 4 * bytes + (1 << 20);
  String.fromCharCode = (...units) => {
    spendText();
    return fromCharCode(...units);
  };
  try {
    return read();
  } finally {
    String.fromCharCode = fromCharCode;
    left = Number.POSITIVE_INFINITY;
  }
}

const decoders = new Map<string, TextDecoder>();

function decoderOf(label: string): TextDecoder {
  const decoder = decoders.get(label) ?? new TextDecoder(label);
  decoders.set(label, decoder);
  return decoder;
}

/** What `@e965/xlsx` asks of code pages, for text of workbooks of before 1997; the platform decodes it. Pages that are not named are Chinese. */
export const codePages = {
  utils: {
    decode: (page: number, bytes: ArrayLike<number>): string => {
      spendText();
      const first = bytes[0] ?? 0;
      // The library asks for many texts a character at a time.
      if (bytes.length === 1 && first < 128) return fromCharCode(first);
      return decoderOf(labels.get(page) ?? 'gb18030').decode(Uint8Array.from(bytes));
    },
  },
};
