import { createHash } from 'node:crypto';

/** The page's only style sheet; the colours are those of the desk (packages/ui/src/tokens.css). */
export const popStyle = `
:root{color-scheme:light dark;--bg:#f1f3f6;--surface:#fff;--line:#d9dfe7;--field:#7f8b99;--ink:#141a22;--ink2:#47525f;--accent:#0b5cc4;--on-accent:#fff;--soft:#e7effb;--bad:#b3261e;--bad-soft:#fdeeec;--good:#006a4f;--good-soft:#e6f4ee;--tier:#6a4300;--tier-soft:#fff0d4}
@media (prefers-color-scheme:dark){:root{--bg:#0c1016;--surface:#141a22;--line:#2b3643;--field:#697788;--ink:#e9eef4;--ink2:#b3bfcc;--accent:#7ab5ff;--on-accent:#08131f;--soft:#16304f;--bad:#ff8468;--bad-soft:#341a15;--good:#4fd3ae;--good-soft:#10281f;--tier:#f5c869;--tier-soft:#33290f}}
*{box-sizing:border-box}
body{margin:0;background:var(--bg);color:var(--ink);font:16px/1.5 system-ui,"Noto Sans TC","Noto Sans SC",sans-serif;-webkit-text-size-adjust:100%}
:lang(zh-Hans) body{font-family:system-ui,"Noto Sans SC","Noto Sans TC",sans-serif}
main{max-width:34rem;margin:0 auto;padding:12px 12px 32px;display:grid;gap:12px}
section,form{background:var(--surface);border:1px solid var(--line);border-radius:10px;padding:14px}
h1{font-size:1.375rem;line-height:1.25;margin:0;overflow-wrap:anywhere}
h2{font-size:.875rem;color:var(--ink2);margin:0 0 6px;font-weight:600}
p{margin:6px 0 0;overflow-wrap:anywhere}
ul{margin:0;padding:0;list-style:none;display:grid;gap:8px}
li{overflow-wrap:anywhere}
.quiet{color:var(--ink2);font-size:.875rem}
.row{display:flex;flex-wrap:wrap;gap:6px 10px;align-items:center;margin-top:6px}
.tag{display:inline-block;border-radius:6px;padding:1px 8px;font-size:.875rem;background:var(--soft)}
.tier{background:var(--tier-soft);color:var(--tier)}
.bad{background:var(--bad-soft);color:var(--bad)}
.why{border-inline-start:3px solid var(--accent);padding-inline-start:10px;margin-top:10px}
.said{white-space:pre-wrap}
fieldset{border:0;padding:0;margin:0 0 14px;min-width:0}
legend,label.name{font-weight:600;padding:0;margin-bottom:6px;display:block}
.chips{display:flex;flex-wrap:wrap;gap:8px}
.chips label{position:relative}
.chips input{position:absolute;inset:0;opacity:0;margin:0;width:100%;height:100%;cursor:pointer}
.chips span{display:block;min-height:44px;padding:9px 14px;border:1px solid var(--field);border-radius:22px;background:var(--surface)}
.chips input:checked+span{background:var(--accent);border-color:var(--accent);color:var(--on-accent);font-weight:600}
.chips input:checked+span::before{content:"✓ "}
.chips input:focus-visible+span,button:focus-visible,textarea:focus-visible,input:focus-visible{outline:3px solid var(--accent);outline-offset:2px}
textarea,input[type=text],input[type=datetime-local]{width:100%;font:inherit;color:inherit;background:var(--bg);border:1px solid var(--field);border-radius:8px;padding:10px;min-height:44px}
textarea{min-height:6.5em;resize:vertical}
.field{margin-bottom:14px}
button{font:inherit;font-weight:600;min-height:48px;width:100%;border-radius:8px;border:1px solid var(--accent);background:var(--accent);color:var(--on-accent);cursor:pointer}
button.second{background:transparent;color:var(--accent);margin-top:10px}
.notice{border-radius:8px;padding:10px 12px;margin:0}
form>.notice,section>.notice{margin-bottom:12px}
.notice.bad{border:1px solid var(--bad)}
.notice.good{background:var(--good-soft);color:var(--good);border:1px solid var(--good)}
@media (prefers-contrast:more){:root{--line:var(--ink);--field:var(--ink);--ink2:var(--ink)}}
@media (forced-colors:active){.chips input:checked+span{outline:3px solid Highlight}}
`;

/** CSP Level 3 hash source: this style sheet and no other. */
export const popStyleHash = `sha256-${createHash('sha256').update(popStyle).digest('base64')}`;
