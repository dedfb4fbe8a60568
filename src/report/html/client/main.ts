/** Brings the page to life. */
export function start(): void {
  document.documentElement.classList.add('has-script');
}
