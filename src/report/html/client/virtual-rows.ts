import { make } from './make.ts';

const EXTRA_ROWS = 8;

/** Rows of which only those in sight are in the page. */
export interface VirtualRows {
  /** Shows `count` rows from the first one. */
  show(count: number): void;
  /** Brings a row into sight and puts the focus into it. */
  focus(index: number): void;
  /** Makes the rows in sight again. */
  refresh(): void;
}

/*
 *   scroller ┌──────────────┐
 *            │ head, sticky │
 *            │ space        │  a row as high as all above the first one made
 *            │ rows in sight, and a few on either side
 *            │ space        │  the same for all below
 *            └──────────────┘
 */

/** All rows have the height that the style sheet says in `--row-height`. */
export function createVirtualRows(
  scroller: HTMLElement,
  body: HTMLTableSectionElement,
  makeRow: (index: number) => HTMLTableRowElement,
): VirtualRows {
  const above = make('tr', { class: 'space', role: 'presentation' });
  const below = make('tr', { class: 'space', role: 'presentation' });
  let count = 0;
  let made = new Map<number, HTMLTableRowElement>();
  body.replaceChildren(above, below);
  const readHeight = (): number => Number.parseFloat(getComputedStyle(scroller).getPropertyValue('--row-height')) || 44;
  let rowHeight = readHeight();

  function update(): void {
    const first = Math.max(0, Math.floor(scroller.scrollTop / rowHeight) - EXTRA_ROWS);
    const last = Math.min(count, Math.ceil((scroller.scrollTop + scroller.clientHeight) / rowHeight) + EXTRA_ROWS);
    const hadFocus = body.contains(document.activeElement);
    const kept = new Map<number, HTMLTableRowElement>();
    for (let index = first; index < last; index++) kept.set(index, made.get(index) ?? makeRow(index));
    for (const [index, row] of made) if (!kept.has(index)) row.remove();
    let before: Element = above;
    for (const row of kept.values()) {
      if (before.nextSibling !== row) before.after(row);
      before = row;
    }
    made = kept;
    above.style.height = `${first * rowHeight}px`;
    below.style.height = `${Math.max(0, count - last) * rowHeight}px`;
    if (hadFocus && !body.contains(document.activeElement)) scroller.focus({ preventScroll: true });
  }

  function refresh(): void {
    for (const row of made.values()) row.remove();
    made = new Map();
    update();
  }

  let isWaiting = false;
  scroller.addEventListener(
    'scroll',
    () => {
      if (isWaiting) return;
      isWaiting = true;
      requestAnimationFrame(() => {
        isWaiting = false;
        update();
      });
    },
    { passive: true },
  );
  new ResizeObserver(() => {
    const height = readHeight();
    if (height !== rowHeight) {
      rowHeight = height;
      refresh();
    } else update();
  }).observe(scroller);

  return {
    refresh,
    show(rows) {
      count = rows;
      scroller.scrollTop = 0;
      refresh();
    },
    focus(index) {
      const top = index * rowHeight;
      const room = scroller.clientHeight - (body.parentElement?.querySelector('thead')?.clientHeight ?? 0);
      if (top < scroller.scrollTop) scroller.scrollTop = top;
      else if (top + rowHeight > scroller.scrollTop + room) scroller.scrollTop = top + rowHeight - room;
      update();
      made.get(index)?.querySelector('button')?.focus({ preventScroll: true });
    },
  };
}
