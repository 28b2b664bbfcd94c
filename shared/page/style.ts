/**
 * The one stylesheet of the customer pages. Narrow first; both colour schemes keep text at 6:1 and controls at 3:1 or
 * better; whatever is tapped is at least 44 px high; no meaning rests on colour alone.
 */
export const STYLE = `
:root{color-scheme:light dark;--ink:#17212e;--quiet:#4d5b6c;--ground:#f3f5f8;--card:#fff;--line:#8793a3;--soft:#dfe4ea;--accent:#0b57a4;--on:#fff;--tint:#e9f1fa;--bad:#a8201a;--badtint:#fdeeec;--good:#17633a;--goodtint:#e6f4ec;--wait:#7a4a00;--waittint:#fdf3df}
@media (prefers-color-scheme:dark){:root{--ink:#e9eef4;--quiet:#aab7c6;--ground:#10151c;--card:#18202a;--line:#74839a;--soft:#2b3644;--accent:#8cc1ff;--on:#0b1624;--tint:#1a2b40;--bad:#ff9d94;--badtint:#3a1e1e;--good:#86dca9;--goodtint:#17322a;--wait:#f5c874;--waittint:#352a17}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;scroll-padding-top:1rem}
body{margin:0;background:var(--ground);color:var(--ink);font:1rem/1.6 system-ui,-apple-system,"Segoe UI","PingFang SC","Microsoft YaHei","Noto Sans CJK SC","Noto Sans SC",sans-serif;overflow-wrap:anywhere}
.wide{max-width:68rem;margin:0 auto;padding:0 1rem}
.narrow{max-width:38rem;margin:2rem auto}
.narrow h1::first-letter,.narrow p::first-letter{text-transform:uppercase}
.top{background:var(--card);border-bottom:1px solid var(--soft)}
.top .wide{display:flex;align-items:center;justify-content:space-between;gap:1rem;min-height:3.5rem}
.org{margin:0;font-weight:600}
.language{display:inline-flex;align-items:center;min-height:44px;padding:0 .5rem}
main{padding-top:1.25rem!important;padding-bottom:2.5rem!important;outline:0}
.foot{color:var(--quiet);font-size:.875rem;padding:0 0 2rem}
h1{font-size:1.6rem;line-height:1.3;margin:.25rem 0 .5rem;letter-spacing:-.01em}
h2{font-size:1.2rem;line-height:1.35;margin:0 0 .5rem}
h3{font-size:1rem;margin:1rem 0 .25rem}
p{margin:.35rem 0}
a{color:var(--accent);text-underline-offset:.15em}
.lead{color:var(--quiet);max-width:42rem;margin-bottom:1rem}
.quiet,.hint{color:var(--quiet);font-size:.9rem}
.hint{margin:.1rem 0 .35rem}
.card{background:var(--card);border:1px solid var(--soft);border-radius:14px;padding:1.1rem 1rem;margin:0 0 1rem}
.skip{position:absolute;left:-999px}
.skip:focus{left:1rem;top:.5rem;background:var(--card);padding:.75rem 1rem;z-index:2}
:focus-visible,.pick:focus-within{outline:3px solid var(--accent);outline-offset:2px;border-radius:6px}
[hidden]{display:none!important}
.tag{display:inline-block;font-size:.8rem;font-weight:400;color:var(--quiet);border:1px solid var(--soft);border-radius:99px;padding:0 .5rem;margin-left:.15rem;white-space:nowrap}
.field,.damage{border:0;padding:0;margin:1.1rem 0 0;min-width:0}
label,legend,.label{display:block;font-weight:600;padding:0;margin:0}
legend{margin-bottom:.15rem}
input,select,textarea{width:100%;min-height:48px;font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);border-radius:9px;padding:.6rem .75rem}
textarea{resize:vertical;line-height:1.5}
optgroup{font-style:normal;font-weight:600}
.wrong>input,.wrong>select,.wrong>textarea,.wrong>.with-unit input{border:2px solid var(--bad)}
.wrong{border-left:4px solid var(--bad)!important;padding-left:.75rem!important}
.error{color:var(--bad);font-weight:600;margin:.15rem 0 .35rem}
.error::before{content:"⚠ ";font-weight:400}
.with-unit{display:flex;align-items:center;gap:.6rem}.with-unit input{max-width:12rem}
.choices{display:flex;flex-wrap:wrap;gap:.5rem}
.choice{display:flex;align-items:center;gap:.6rem;min-height:48px;padding:.35rem .9rem .35rem .7rem;border:1px solid var(--line);border-radius:9px;font-weight:400;cursor:pointer}
.choice:has(:checked){border-color:var(--accent);background:var(--tint);box-shadow:inset 0 0 0 1px var(--accent)}
.choice input{width:1.25rem;min-height:1.25rem;height:1.25rem;flex:none;margin:0;accent-color:var(--accent)}
.button{display:inline-flex;align-items:center;justify-content:center;gap:.4rem;min-height:48px;padding:.6rem 1.4rem;border:1px solid var(--accent);border-radius:9px;background:var(--accent);color:var(--on);font:inherit;font-weight:600;cursor:pointer;text-decoration:none}
.button:hover{filter:brightness(1.08)}
.button[disabled]{opacity:.6;cursor:progress}
.second{background:transparent;color:var(--accent)}
.link{min-height:44px;min-width:44px;padding:.25rem .1rem;border:0;background:none;color:var(--accent);font:inherit;text-decoration:underline;text-underline-offset:.15em;cursor:pointer}
.send .button{width:100%}
.status:empty,.uploads:empty,.previews:empty,[data-count]:empty{display:none}
.status{font-weight:600}
.damage+.damage,[data-add]{margin-top:1rem}.damage{border:1px solid var(--soft);border-radius:12px;padding:.5rem 1rem 1rem}
.damage>legend{padding:0 .4rem;margin-left:-.4rem;font-size:1.05rem}
.note{background:var(--tint);border-radius:10px;padding:.6rem .9rem;margin:.5rem 0}
.forms ul{margin:0;padding-left:1.2rem}.forms a{display:inline-flex;align-items:center;min-height:44px}
.summary{border:2px solid var(--bad);background:var(--badtint);border-radius:12px;padding:.9rem 1rem;margin:0 0 1rem}
.summary h2{color:var(--bad)}.summary ul{margin:0;padding-left:1.2rem}.summary li{padding:.2rem 0}.summary a{color:var(--bad);font-weight:600}
.photos{margin-top:1rem}
.pick{position:relative;overflow:hidden}
.pick input{position:absolute;inset:0;opacity:0;cursor:pointer;min-height:100%}
.previews,.gallery{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(7rem,1fr));gap:.6rem;padding:0;margin:.5rem 0}
.previews img,.gallery img,.blank{display:flex;align-items:center;justify-content:center;width:100%;aspect-ratio:1;object-fit:cover;border-radius:9px;background:var(--soft);color:var(--quiet);font-size:.85rem;text-align:center;padding:0}
.blank{padding:.4rem}
.gallery p{font-size:.8rem;margin:.15rem 0;color:var(--quiet);line-height:1.4}
.dates,.uploads,.plain{list-style:none;padding:0;margin:.25rem 0}
.dates li{padding:.6rem 0;border-bottom:1px solid var(--soft)}.dates strong{display:block;font-size:1.15rem}
details{margin:.25rem 0}.card>:last-child,.deadline>:last-child{margin-bottom:0}.deadline:last-child{padding-bottom:0}
summary{cursor:pointer;min-height:44px;padding:.6rem 0;color:var(--accent);font-weight:600}
details ul{padding-left:1.2rem;margin:.25rem 0}
.badge{display:inline-flex;align-items:center;gap:.35rem;border-radius:99px;padding:.15rem .75rem;font-weight:600;font-size:.9rem;background:var(--tint);color:var(--accent)}
.badge.good{background:var(--goodtint);color:var(--good)}.badge.bad{background:var(--badtint);color:var(--bad)}.badge.wait{background:var(--waittint);color:var(--wait)}
.number{font-size:1.7rem;margin:0;font-variant-numeric:tabular-nums}.number .quiet{font-size:1rem;font-weight:400}
.stateline{display:flex;flex-wrap:wrap;gap:.5rem 1rem;align-items:center;margin:.4rem 0}
.deadline{padding:1rem 0;border-top:1px solid var(--soft)}
.deadline h3{display:flex;flex-wrap:wrap;gap:.5rem;align-items:center;margin:0}
.big{font-size:1.4rem;font-weight:700;line-height:1.35;margin:.2rem 0;font-variant-numeric:tabular-nums}
.was{color:var(--quiet)}
table{border-collapse:collapse;width:100%;font-size:.9rem}
th,td{text-align:left;padding:.45rem .6rem .45rem 0;border-bottom:1px solid var(--soft);vertical-align:top}
th:nth-child(2),td:nth-child(2){white-space:nowrap}tr.no td{color:var(--quiet)}
dl{margin:.25rem 0}dt{color:var(--quiet);font-size:.9rem;margin-top:.6rem}dd{margin:0;white-space:pre-line}
.timeline{list-style:none;padding:0 0 0 1rem;margin:.5rem 0 0;border-left:2px solid var(--soft)}
.timeline li{position:relative;padding:0 0 1rem}
.timeline li::before{content:"";position:absolute;left:calc(-1rem - 6px);top:.5em;width:10px;height:10px;border-radius:50%;background:var(--accent)}
.timeline p{white-space:pre-line}
progress{width:100%;height:.6rem;accent-color:var(--accent)}
.uploads li{padding:.5rem 0;border-bottom:1px solid var(--soft)}
.scale{border:0;margin:1.2rem 0;padding:0}.scale legend{font-weight:600;margin-bottom:.4rem}.scale label{display:flex;gap:.6rem;align-items:center;min-height:2.75rem;font-weight:400}.scale input{width:1.25rem;height:1.25rem}
.plainform{margin:1rem 0;padding:1rem;border:1px solid var(--soft);border-radius:10px}.plainform input[type=file]{margin:.4rem 0 .8rem}
@media (min-width:24rem){td:first-child{white-space:nowrap}}
@media (min-width:40rem){.two{display:grid;grid-template-columns:1fr 1fr;gap:0 1.25rem;align-items:end}.two>.across,.two>.wrong{grid-column:1/-1}.card{padding:1.5rem 1.6rem}.send .button{width:auto;min-width:14rem}h1{font-size:2rem}}
@media (min-width:62rem){.layout{display:grid;grid-template-columns:minmax(0,1fr) 21rem;gap:0 1.5rem;align-items:start}.intro{grid-column:1/-1}.sheet,.mainly{grid-column:1;grid-row:2}.promise,.promise-side{grid-column:2;grid-row:2}.promise{position:sticky;top:1rem;padding:1.3rem}}
@media (prefers-reduced-motion:no-preference){.button{transition:filter .15s}}
@media (forced-colors:active){.choice:has(:checked){outline:2px solid}}
@media print{.top,.foot,.skip,.photos,.send{display:none}details>*{display:block}}
`;
