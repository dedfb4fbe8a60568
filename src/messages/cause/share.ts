/** A share that is never said to be more than it is: `88%`, `0.3%`. */
export function share({ count, total }: { count: number; total: number }): string {
  return `${Math.floor((count * 1000) / Math.max(1, total)) / 10}%`;
}
