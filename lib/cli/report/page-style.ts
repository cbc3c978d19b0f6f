/** The page's own colours: the figures' ink on their paper, and what frames them. */
const own = {
  light: {
    paper: "#ffffff",
    ground: "#f6f8fa",
    ink: "#24292f",
    faint: "#59636e",
    line: "#d1d9e0",
    accent: "#0072b2",
    alarm: "#d55e00",
    good: "#009e73",
  },
  dark: {
    paper: "#171717",
    ground: "#0d0d0d",
    ink: "#e3e6e9",
    faint: "#a2abb5",
    line: "#373f47",
    accent: "#5cb8ec",
    alarm: "#ff9a52",
    good: "#4fd0a8",
  },
} as const;

/**
 * The report's style sheet. Everything follows the reader's theme, the drawings too.
 *
 * @param colours - of the drawings, by the name of their CSS variable
 */
export function pageStyle(colours: ReadonlyMap<string, { light: string; dark: string }>): string {
  const variables = (theme: "light" | "dark") =>
    [
      ...Object.entries(own[theme]).map(([name, colour]) => `--${name}:${colour}`),
      ...[...colours].map(
        ([name, colour]) => `${name}:${name === "--cffffff" ? own[theme].paper : colour[theme]}`,
      ),
    ].join(";");
  return `
:root{color-scheme:light dark;${variables("light")}}
@media (prefers-color-scheme:dark){:root{${variables("dark")}}}
body{margin:0 auto;max-width:50rem;padding:2rem 1rem 4rem;font:1rem/1.55 Helvetica,Arial,sans-serif;color:var(--ink);background:var(--ground)}
h1{font-size:1.7rem;line-height:1.2;margin:0 0 .4rem}
h2{font-size:1.15rem;margin:0 0 .6rem}
h3{font-size:1rem;margin:1.4rem 0 .3rem}
p{margin:.3rem 0}
.facts{color:var(--faint)}
.facts b{color:var(--ink);font-size:1.25rem}
section{background:var(--paper);border:1px solid var(--line);border-radius:8px;padding:1.1rem 1.3rem;margin:1.2rem 0}
.next{border-left:5px solid var(--faint)}
.next.act{border-left-color:var(--alarm)}
.next.stop{border-left-color:var(--good)}
.next .reading{font-size:1.08rem}
figure{margin:0}
figure>svg{display:block;max-width:100%;height:auto;margin:0 0 0 -14px}
figcaption{color:var(--faint);margin-top:.5rem}
table{border-collapse:collapse;width:100%;font-size:.92rem;font-variant-numeric:tabular-nums}
th{font-weight:normal;color:var(--faint);font-size:.82rem;text-align:left}
th,td{padding:.35rem .6rem .35rem 0;border-bottom:1px solid var(--line);vertical-align:top}
td:not(:first-child),th:not(:first-child){text-align:right}
.steps td,.steps th,.steps td:not(:first-child),.steps th:not(:first-child){text-align:left}
.terms td:not(:first-child){white-space:nowrap}
.steps td:first-child{color:var(--faint);width:1rem}
.steps td:nth-child(2){width:46%}
.steps td:nth-child(3){width:11rem;white-space:nowrap}
.steps td:last-child,.steps th:last-child{padding-left:1rem}
small{display:block;color:var(--faint);font-size:.8rem;line-height:1.35}
i{font-style:normal;color:var(--faint)}
.gain{display:block;width:100%;height:.7rem;margin:.3rem 0 .1rem}
.gain rect{fill:var(--accent);opacity:.3}
.gain line{stroke:var(--accent);stroke-width:2;vector-effect:non-scaling-stroke}
details{margin-top:.5rem}
summary{cursor:pointer;color:var(--faint)}
footer{color:var(--faint);font-size:.85rem;margin-top:2rem}
@media print{body{max-width:none;background:none}section{break-inside:avoid}}
@media (max-width:40rem){.steps td:last-child,.steps th:last-child{display:none}}
`;
}
