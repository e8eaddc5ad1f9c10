"""How the HTML report looks. States differ by their underline as well as by their colour."""

STYLE = """\
body { max-width: 60rem; margin: 2rem auto; padding: 0 1rem; font: 15px/1.5 system-ui, sans-serif;
  color: #1b1b1b; background: #fff; }
h1 { font-size: 1.5rem; } h2 { margin-top: 3rem; font-size: 1.15rem; overflow-wrap: anywhere; }
a { color: #14538a; }
table { border-collapse: collapse; margin: 1rem 0; width: 100%; }
th, td { padding: .3rem .6rem; border-bottom: 1px solid #ddd; text-align: left; vertical-align: top;
  overflow-wrap: break-word; }
.files { display: block; overflow-x: auto; } .files th { width: 10%; } .files th:first-child { width: 50%; }
.files th:nth-child(n+3), .files td:nth-child(n+3):not([colspan]) { text-align: right; white-space: nowrap; }
.files td:nth-child(2), .findings td:not(:last-child) { white-space: nowrap; }
article { padding: .5rem 1.5rem; border: 1px solid #ddd; border-radius: 4px; background: #fdfdfb;
  font: 17px/1.6 Georgia, "DejaVu Serif", serif; overflow-wrap: anywhere; }
article h3 { font-size: 1.2rem; }
article .item { margin-left: 1.2rem; } article .item::before { content: "• "; margin-left: -.9rem; }
article .cell { margin: 0 0 .2rem; padding-left: .6rem; border-left: 3px solid #ccc; }
article small { padding: 0 .4rem; border: 1px solid #bbb; border-radius: 3px; color: #555;
  font: 11px/1.4 system-ui, sans-serif; vertical-align: middle; }
mark { color: inherit; border-radius: 2px; padding: 0 1px; text-decoration-thickness: 2px; }
td span { padding: 0 .3rem; border-radius: 2px; }
a:target + mark { outline: 3px solid #14538a; }
.error { background: #ffd0cc; } mark.error { text-decoration: underline wavy #b3261e; }
.warning { background: #ffe3ad; } mark.warning { text-decoration: underline #b06a00; }
.note { background: #d7e7fa; } mark.note { text-decoration: underline dotted #14538a; }
.labelled { background: #cfeccf; }
.exempt { background: #ececec; }
.passed-over { background: #e9dcf5; text-decoration: underline dashed #6b3fa0; }
@media (max-width: 45rem) {
  .findings tr { display: block; border-bottom: 1px solid #ddd; }
  .findings td { display: inline-block; padding: .1rem .3rem; border: 0; }
}
"""
