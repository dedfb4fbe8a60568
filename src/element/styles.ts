/** One sheet for the element and for what stands beside an attached input. Set through the sheet object: no inline style. */
const css = `
:host{display:inline-block;box-sizing:border-box;max-width:100%;text-align:start;
::colours}
:host(.uscc-attached){display:block;inline-size:auto}
:host(.is-floating){pointer-events:none;position:absolute;z-index:1;padding:0 .6em .35em;background:Canvas;color:CanvasText;border:1px solid var(--_border);border-radius:var(--uscc-radius,4px)}
:host([hidden]){display:none}
*{box-sizing:border-box}
[part~=label]:not([hidden]){display:block;margin-block-end:.35em}
[part~=field]{position:relative;display:block;width:var(--uscc-width,27ch);max-width:100%;font:var(--uscc-font,1em/1.5 ui-monospace,Consolas,monospace)}
[part~=input],.overlay{font:inherit;letter-spacing:0;padding:var(--uscc-padding,.4em .6em);border:1px solid var(--_border);border-radius:var(--uscc-radius,4px);width:100%;margin:0}
[part~=input]{display:block;background:var(--uscc-background,Field);color:var(--uscc-color,FieldText)}
[part~=input]:focus-visible{outline:2px solid var(--_accent);outline-offset:1px}
[part~=input]:disabled{opacity:.6}
[part~=input][aria-invalid]{border-color:var(--_error)}
[part~=valid]{border-color:var(--_ok)}
.overlay{position:absolute;inset:0;border-color:transparent;color:transparent;pointer-events:none;white-space:pre;overflow:hidden}
.line:empty{display:none}
.line{white-space:pre-wrap}
mark{color:inherit;background:rgba(187,34,34,.2);background:color-mix(in srgb,var(--_error) 20%,transparent);border-radius:2px;box-shadow:inset 0 -2px var(--_error)}
[part~=message],[part~=counter],[part~=suggestions],[part~=parts],::slotted(*){font-size:.875em;line-height:1.5;margin:.35em 0 0}
[part~=message]:empty,[part~=counter]:empty,[part~=suggestions]:empty,[part~=parts]:empty,::slotted(:empty){display:none}
[part~=message],::slotted([part~=message]){color:var(--_error)}
[part~=warning],::slotted([part~=warning]){color:var(--_warn)}
::slotted([part~=counter]),[part~=counter],[part~=parts],[part~=suggestions]{color:var(--_muted)}
[part~=suggestions]{display:flex;flex-wrap:wrap;gap:.4em;align-items:center}
[part~=suggestion]{font:inherit;color:var(--_accent);background:none;border:1px solid currentColor;border-radius:var(--uscc-radius,4px);padding:.25em .6em;min-height:24px;cursor:pointer;pointer-events:auto}
[part~=suggestion]:hover,[part~=suggestion]:focus-visible{background:rgba(128,128,128,.15);background:color-mix(in srgb,currentColor 12%,transparent)}
[part~=suggestion]:focus-visible{outline:2px solid var(--_accent);outline-offset:1px}
[part~=parts]{display:grid;grid-template-columns:auto 1fr;gap:.1em 1em}
dd{margin:0}
.line,[part~=suggestion],code{font-family:ui-monospace,Consolas,monospace}
@media(forced-colors:active){mark{background:Mark;color:MarkText}}
`;

/** Name, in light and in dark. Without `light-dark()` (Chromium before 123, Firefox before 120) the light ones stand for both. */
const colours = [
  ['error', '#b22', '#fba'],
  ['warn', '#740', '#fc7'],
  ['ok', '#173', '#8da'],
  ['muted', '#555', '#bbb'],
  ['accent', '#05d', '#acf'],
  ['border', '#777', '#999'],
] as const;

function listColours(write: (light: string, dark: string) => string): string {
  return colours.map(([name, light, dark]) => `--_${name}:var(--uscc-${name},${write(light, dark)})`).join(';');
}

const newer = listColours((light, dark) => `light-dark(${light},${dark})`);
const sheetText = `${css.replace(
  '::colours',
  listColours((light) => light),
)}@supports(color:light-dark(red,red)){:host{${newer}}}`;
let sheet: CSSStyleSheet | null = null;

export function adoptStyles(root: ShadowRoot): void {
  // Safari before 16.4 has no sheets to share.
  if (!('adoptedStyleSheets' in root)) {
    const style = document.createElement('style');
    style.textContent = sheetText;
    (root as ShadowRoot).append(style);
    return;
  }
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(sheetText);
  }
  root.adoptedStyleSheets = [sheet];
}
