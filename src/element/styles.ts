/** One sheet for the element and for what stands beside an attached input. Set through the sheet object: no inline style. */
const css = `
:host{display:inline-block;box-sizing:border-box;max-width:100%;text-align:start;
--_error:var(--uscc-error,light-dark(#b22,#fba));
--_warn:var(--uscc-warn,light-dark(#740,#fc7));
--_ok:var(--uscc-ok,light-dark(#173,#8da));
--_muted:var(--uscc-muted,light-dark(#555,#bbb));
--_accent:var(--uscc-accent,light-dark(#05d,#acf));
--_border:var(--uscc-border,light-dark(#777,#999))}
:host([hidden]){display:none}
*{box-sizing:border-box}
[part~=label]:not([hidden]){display:block;margin-block-end:.35em}
[part~=field]{position:relative;display:block;width:var(--uscc-width,27ch);max-width:100%;font:var(--uscc-font,1em/1.5 ui-monospace,Consolas,monospace)}
[part~=input],.overlay{font:inherit;letter-spacing:0;padding:var(--uscc-padding,.4em .6em);border:1px solid var(--_border);border-radius:var(--uscc-radius,4px);width:100%;margin:0}
[part~=input]{display:block;background:var(--uscc-background,Field);color:var(--uscc-color,FieldText)}
[part~=input]:focus-visible{outline:2px solid var(--_accent);outline-offset:1px}
[part~=input]:disabled{opacity:.6}
[part~=input][aria-invalid]{border-color:var(--_error)}
:host(:state(valid)) [part~=input]{border-color:var(--_ok)}
.overlay{position:absolute;inset:0;border-color:transparent;color:transparent;pointer-events:none;white-space:pre;overflow:hidden}
.line:empty{display:none}
.line{white-space:pre-wrap}
mark{color:inherit;background:color-mix(in srgb,var(--_error) 20%,transparent);border-radius:2px;box-shadow:inset 0 -2px var(--_error)}
[part~=message],[part~=counter],[part~=suggestions],[part~=parts],::slotted(*){font-size:.875em;line-height:1.5;margin:.35em 0 0}
[part~=message]:empty,[part~=counter]:empty,[part~=suggestions]:empty,[part~=parts]:empty,::slotted(:empty){display:none}
[part~=message],::slotted([part~=message]){color:var(--_error)}
[part~=warning],::slotted([part~=warning]){color:var(--_warn)}
::slotted([part~=counter]),[part~=counter],[part~=parts],[part~=suggestions]{color:var(--_muted)}
[part~=suggestions]{display:flex;flex-wrap:wrap;gap:.4em;align-items:center}
[part~=suggestion]{font:inherit;color:var(--_accent);background:none;border:1px solid currentColor;border-radius:var(--uscc-radius,4px);padding:.25em .6em;min-height:24px;cursor:pointer}
[part~=suggestion]:hover,[part~=suggestion]:focus-visible{background:color-mix(in srgb,currentColor 12%,transparent)}
[part~=suggestion]:focus-visible{outline:2px solid var(--_accent);outline-offset:1px}
[part~=parts]{display:grid;grid-template-columns:auto 1fr;gap:.1em 1em}
dd{margin:0}
.line,[part~=suggestion],code{font-family:ui-monospace,Consolas,monospace}
@media(forced-colors:active){mark{background:Mark;color:MarkText}}
`;

let sheet: CSSStyleSheet | null = null;

export function adoptStyles(root: ShadowRoot): void {
  if (sheet === null) {
    sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
  }
  root.adoptedStyleSheets = [sheet];
}
