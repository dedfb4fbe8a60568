import { make } from './make.ts';

const forgetMilliseconds = 60_000;

/** Offers a Blob as a download. */
export function saveBlob(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = make('a', { href: url, download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), forgetMilliseconds);
}
