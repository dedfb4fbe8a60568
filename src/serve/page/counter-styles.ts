/** How the counter page looks: large, and readable from across a desk. */
export const counterStyles = `
:root { color-scheme: light dark; --good: #0a6b2d; --bad: #b00020; --quiet: #5a5a5a; }
@media (prefers-color-scheme: dark) { :root { --good: #63d98b; --bad: #ff8a8a; --quiet: #a8a8a8; } }
* { box-sizing: border-box; }
body { margin: 0; font: 1.125rem/1.6 system-ui, "PingFang SC", "Microsoft YaHei", sans-serif; }
main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem; }
header { display: flex; justify-content: space-between; align-items: baseline; }
h1 { font-size: 1.25rem; margin: 0 0 1rem; }
button { font: inherit; padding: .25rem .75rem; }
form label { display: block; font-weight: 600; }
input { font: inherit; }
#code { width: 100%; padding: .5rem .75rem; font: 2rem/1.3 ui-monospace, Consolas, monospace; letter-spacing: .06em; }
#hint { margin: .25rem 0 0; color: var(--quiet); }
#access label { display: inline; }
#answer { margin-top: 1.5rem; overflow-wrap: anywhere; }
#answer .verdict { font-size: 2.75rem; line-height: 1.25; font-weight: 700; margin: 0; }
#answer .name { font-size: 2rem; line-height: 1.35; margin: .25rem 0; }
#answer .good { color: var(--good); }
#answer .bad { color: var(--bad); }
#answer dl { display: grid; grid-template-columns: max-content 1fr; gap: .25rem 1rem; }
#answer dt { color: var(--quiet); }
#answer dd { margin: 0; }
`;
