/**
 * The page's look: paper on a screen, A4 in print. The values are those of the light design tokens; a record is
 * read on paper, so it has no dark form.
 */
export const STYLE = `
:root{color-scheme:light;--paper:#FAF9F6;--sheet:#FFFFFF;--well:#F2EFE8;--line:#E6E2D8;--line-strong:#8A857A;--ink:#22252A;--ink-2:#4C5058;--ink-3:#615D54;--hand:#0B6B5D;--came:#434B57;--harder:#8F5E00;--helped:#0A66B7;--background:#5B574E;--question:#DFE6EE;--question-line:#AEBDCC;--on-question:#24384C;--note-line:#E3D28A;--sans:"Hanken Grotesk",system-ui,sans-serif;--serif:"Newsreader",Georgia,serif;--display:"Newsreader Display","Newsreader",Georgia,serif}
*,*::before,*::after{box-sizing:border-box}
html{-webkit-text-size-adjust:100%}
body{margin:0;background:var(--paper);color:var(--ink);font:400 18px/1.55 var(--serif);overflow-wrap:break-word;-webkit-font-smoothing:antialiased}
h1,h2,h3,h4,p,ul,ol,figure,blockquote,pre{margin:0;padding:0}
a{color:var(--hand);text-underline-offset:2px;text-decoration-thickness:1px}
.page{display:grid;grid-template-columns:204px minmax(0,720px) minmax(0,1fr);column-gap:56px;max-width:1320px;margin:0 auto;padding:0 32px 96px}
header,.contents,section{grid-column:2}
header{padding:64px 0 20px;border-bottom:1px solid var(--line)}
h1{font:400 42px/1.1 var(--display);letter-spacing:-.015em;text-wrap:balance}
.dates{margin-top:14px;font:400 13.5px/1.45 var(--sans);color:var(--ink-2);display:flex;flex-wrap:wrap;gap:2px 20px}
.dates b{font-weight:600;color:var(--ink)}
.contents{grid-column:1;grid-row:1/span 99;position:sticky;top:0;align-self:start;padding-top:78px;font:400 13px/1.4 var(--sans)}
.contents ol{list-style:none}
.contents a{display:block;padding:5px 0 5px 14px;border-left:2px solid var(--line);color:var(--ink-3);text-decoration:none}
.contents a:hover{border-color:var(--hand);color:var(--ink)}
section{margin-top:44px}
h2{font:italic 500 28px/1.15 var(--display);letter-spacing:-.01em;margin-bottom:12px}
h3{font:600 14px/1.3 var(--sans);margin:22px 0 6px}
h4{font:600 13px/1.3 var(--sans);color:var(--ink-2);margin:16px 0 4px}
p+p,ul+p,ol+p,p+ul,p+ol,blockquote+p,p+blockquote{margin-top:12px}
strong{font-weight:500}
code{font:400 .86em/1.5 ui-monospace,"SF Mono",Menlo,Consolas,monospace;background:var(--well);border-radius:4px;padding:1px 4px}
pre{background:var(--well);border-radius:8px;padding:12px 14px;margin:12px 0;overflow:auto;white-space:pre-wrap}
pre code{background:none;padding:0}
blockquote{border-left:2px solid var(--line-strong);padding-left:16px;color:var(--ink-2)}
hr{border:0;border-top:1px solid var(--line);margin:24px 0}
.prose ul,.prose ol{padding-left:24px}
.prose li+li{margin-top:4px}
.none{color:var(--ink-3);font-style:italic}
section.empty{display:flex;flex-wrap:wrap;align-items:baseline;gap:0 18px;margin-top:28px}
.empty h2{font-size:22px;margin-bottom:4px}
figure{border:1px solid var(--line);border-radius:14px;overflow:hidden;background:var(--paper);margin-bottom:18px}
figure svg{display:block;width:100%;height:auto;margin:0 auto}
.beside::after{content:"";display:table;clear:both}
.beside{display:grid;grid-template-columns:minmax(0,336px) minmax(0,1fr);gap:26px;align-items:start}
.lines{list-style:none}
.lines>li{padding:9px 0;border-top:1px solid var(--line);font-size:17px;line-height:1.45}
.lines>li:first-child{border-top:0;padding-top:2px}
.compact .lines>li{padding:4px 0;border:0;font:400 14px/1.45 var(--sans)}
.compact strong{font-weight:600}
.compact .what{display:block;font-weight:500}
.compact .lines>li.apart{padding:5px 0}
.apart .details{display:block;font-size:13px;line-height:1.45}
#helped .lines>li,#harder .lines>li{position:relative;padding-left:18px}
#helped .lines>li::before,#harder .lines>li::before{content:"";position:absolute;left:0;top:12px;bottom:12px;width:5px;border-radius:2px;background:var(--helped)}
#harder .lines>li::before{background:var(--harder)}
#helped .lines>li:first-child::before,#harder .lines>li:first-child::before{top:5px}
.groups{margin-top:4px}
.wide .groups{columns:2;column-gap:32px}
.group{break-inside:auto;margin-bottom:16px}
.group h3{display:flex;align-items:center;gap:8px;margin:0 0 4px;break-after:avoid}
.group h3::before{content:"";width:5px;height:14px;border-radius:2px;background:var(--part,transparent);flex:none}
.group h3.bare::before{display:none}
.group .came-together{--part:var(--came);color:var(--came)}.group .harder{--part:var(--harder);color:var(--harder)}.group .helped{--part:var(--helped);color:var(--helped)}
.group .background{color:var(--background)}.group .background::before{background:none;border:1.4px dashed var(--line-strong)}
.details{color:var(--ink-3)}
.lines .details{font-size:.92em}
.compact .lines .details{font-size:1em}
.stamp{display:inline-block;font:600 11.5px/1 var(--sans);color:var(--ink-2);border:1px solid var(--line-strong);border-radius:5px;padding:3px 6px;margin-left:3px;vertical-align:2px;white-space:nowrap}
.notes{display:block;color:var(--ink-2);font:400 14px/1.5 var(--sans);margin-top:3px}
.said{display:block;margin-top:4px;padding-left:12px;border-left:2px solid var(--note-line);font:italic 400 15px/1.45 var(--serif);color:var(--ink-2)}
.cite{font:400 11.5px/1 var(--sans);white-space:nowrap;margin-left:4px;text-decoration:none}
.day{font:italic 500 17px/1.2 var(--serif);margin:20px 0 4px}
.day:first-child{margin-top:0}
.timeline{list-style:none;font:400 15px/1.45 var(--sans)}
.timeline li{display:grid;grid-template-columns:124px minmax(0,1fr);gap:14px;padding:8px 0;border-top:1px solid var(--line)}
.timeline li:first-child{border-top:0}
.timeline .when{font-weight:600;font-variant-numeric:tabular-nums;color:var(--ink-2)}
.timeline .when.quoted{font:italic 500 15px/1.45 var(--serif)}
.timeline .details{font-size:13.5px}
.questions{list-style:none;display:grid;grid-template-columns:repeat(auto-fill,minmax(280px,1fr));gap:12px;margin-bottom:22px}
.questions li{background:var(--question);border:1px solid var(--question-line);border-radius:12px 12px 12px 3px;color:var(--on-question);font:500 17px/1.3 var(--serif);padding:13px 16px;break-inside:avoid}
.questions .notes{color:inherit}
.sources ol{padding-left:22px;font:400 14px/1.5 var(--sans);color:var(--ink-2)}
.sources li:target{background:var(--well)}
@media (min-width:1320px){.beside{grid-template-columns:minmax(0,440px) minmax(0,1fr);margin-right:-180px}}
@media (max-width:1040px){.page{display:block;max-width:784px}.contents{position:static;padding-top:20px}.contents ol{columns:2}}
@media (max-width:640px){.page{padding:0 20px 64px}header{padding-top:32px}h1{font-size:32px}.beside{grid-template-columns:minmax(0,1fr)}.wide .groups{columns:1}.contents ol{columns:1}.timeline li{grid-template-columns:minmax(0,1fr);gap:2px}}
@page{size:A4;margin:17mm 18mm 18mm;@bottom-right{content:counter(page);font:400 8.5pt "Hanken Grotesk",sans-serif;color:#615D54}}
@media print{
html{-webkit-print-color-adjust:exact;print-color-adjust:exact}
body{background:#fff;font-size:10.5pt;line-height:1.48}
a{color:inherit}
.page{display:block;max-width:none;margin:0;padding:0}
header{padding:0 0 5mm}
h1{font-size:27pt}
.dates{font-size:9pt}
.contents{position:static;padding:4mm 0 0;font-size:8.8pt}
.contents ol{display:flex;flex-wrap:wrap;gap:.8mm 5mm;columns:auto}
.contents a{border:0;padding:0}
.contents li{white-space:nowrap}
section{margin-top:7mm}
h2{font-size:17pt;break-after:avoid}
section.empty{margin-top:5mm;break-inside:avoid}
.empty h2{font-size:14pt;margin:0}
h3,h4,.day{break-after:avoid}
p{orphans:3;widows:3}
li,tr,blockquote,pre{break-inside:avoid}
.prose li{break-inside:auto}
figure{break-inside:avoid;border-radius:3mm;background:#FAF9F6}
figure svg{max-height:148mm}
.beside{display:block;margin:0}
.beside figure{float:left;width:62mm;margin:0 6mm 4mm 0}
.beside .group{margin-bottom:3mm}
.lines>li{font-size:10.5pt}
.compact .lines>li{font-size:8.8pt}
.timeline{font-size:9pt;line-height:1.4}
.timeline li{grid-template-columns:26mm minmax(0,1fr);gap:4mm;padding:1mm 0}
.day{margin:3mm 0 1mm}
.timeline .details,.notes{font-size:8.6pt;line-height:1.4}
.notes{margin-top:.4mm}
.questions{grid-template-columns:1fr 1fr}
.questions li{font-size:10.5pt}
.sources ol{font-size:8.8pt}
}
`
