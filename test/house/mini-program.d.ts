/** What a mini program has beside the language, as far as the library uses it. */
declare const console: { warn(text: string): void };
declare function setTimeout(callback: () => void, delay?: number): number;
declare function clearTimeout(timer: number | undefined): void;

interface AbortSignal {
  readonly aborted: boolean;
}
declare class AbortController {
  readonly signal: AbortSignal;
  abort(): void;
}
