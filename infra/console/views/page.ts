import { html } from "./html.ts";

const style = `:root{color-scheme:light dark;--bg:light-dark(#fff,#0d1117);--fg:light-dark(#1f2328,#e6edf3);--dim:light-dark(#59636e,#9198a1);--line:light-dark(#d1d9e0,#3d444d);--good:light-dark(#116329,#56d364);--bad:light-dark(#a40e26,#ff8182)}
body{margin:0 auto;max-width:1400px;padding:1rem 1.5rem;background:var(--bg);color:var(--fg);font:15px/1.45 system-ui,sans-serif}
header{display:flex;gap:1rem;align-items:baseline;flex-wrap:wrap}h1{font-size:1.4rem;margin:0}h2{font-size:1.1rem;margin:1.6rem 0 .4rem}
table{border-collapse:collapse;width:100%}th,td{text-align:left;vertical-align:top;padding:.3rem .7rem .3rem 0;border-bottom:1px solid var(--line)}thead th{color:var(--dim);font-weight:500}
.scroll{overflow-x:auto}.good{color:var(--good)}.bad{color:var(--bad);font-weight:600}.stale{color:var(--bad)}.dim{color:var(--dim)}ul{margin:.2rem 0;padding-left:1.2rem}.problems li{margin:.4rem 0}
details summary{cursor:pointer}.hidden{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}button{font:inherit;padding:.1rem .6rem}.graph{overflow:auto;border:1px solid var(--line)}.graph img{display:block}`;

/** Asks for the panels again and again, and changes only what differs: focus, scrolling and what is open stay. */
const script = `import {Idiomorph} from "/idiomorph.js";
const main=document.querySelector("main"),live=document.querySelector("#live");
async function look(){
  try{
    const answer=await fetch("/panels",{headers:{accept:"text/html"}});
    if(!answer.ok)throw new Error(answer.status===401?"sign in again with the address that was printed":"answered "+answer.status);
    Idiomorph.morph(main,await answer.text(),{morphStyle:"innerHTML",callbacks:{beforeAttributeUpdated:name=>name!=="open"}});
    live.textContent="live";live.className="good";
  }catch(failure){live.textContent="not connected: "+failure.message;live.className="bad";}
}
main.addEventListener("click",async({target})=>{
  const id=target.dataset?.replay;if(!id)return;
  target.disabled=true;
  const answer=await fetch("/replay",{method:"POST",headers:{"content-type":"application/json"},body:JSON.stringify({ids:[id]})});
  const result=await answer.json();
  target.replaceWith(result.failed?.[0]?.reason??result.error??"replayed");
});
setInterval(look,3000);look();`;

/** Files of the page; they stand in files of their own, so that the page may run no other script and no other style. */
export const assets = { "console.css": style, "console.js": script } as const;

/** The page without what changes. */
export const page = (name: string): string =>
  `<!doctype html>\n${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width" />
        <title>${name}: operators</title>
        <link rel="stylesheet" href="/console.css" />
        <link rel="icon" href="data:," />
      </head>
      <body>
        <header>
          <h1>${name}</h1>
          <span id="live" role="status" class="dim">connecting</span>
        </header>
        <main></main>
        <script type="module" src="/console.js"></script>
      </body>
    </html>`.text
  }\n`;
