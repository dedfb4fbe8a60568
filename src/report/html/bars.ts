import { type Html, html } from '../../write/html/html.ts';

/** A bar as long as its share of the longest one. Says nothing that the row does not say in numbers. */
export function drawBar(value: number, longest: number, tone = ''): Html {
  const width = longest === 0 ? 0 : Math.max(value === 0 ? 0 : 0.6, (value / longest) * 100);
  return html`<svg class="bar ${tone}" aria-hidden="true" focusable="false"><rect class="track" width="100%" height="100%"/><rect class="fill" width="${width.toFixed(2)}%" height="100%"/></svg>`;
}

/** Shares of a whole in one bar; classes give the colours. */
export function drawStack(parts: { value: number; tone: string }[]): Html {
  const whole = parts.reduce((sum, { value }) => sum + value, 0);
  let at = 0;
  const pieces = parts.map(({ value, tone }) => {
    const width = whole === 0 ? 0 : (value / whole) * 100;
    const piece = html`<rect class="${tone}" x="${at.toFixed(3)}%" width="${width.toFixed(3)}%" height="100%"/>`;
    at += width;
    return piece;
  });
  return html`<svg class="stack" aria-hidden="true" focusable="false">${pieces}</svg>`;
}
