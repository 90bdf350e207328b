import type { Results } from '../results/schema.ts';
import { environmentList } from './environment.ts';
import { facts } from './facts.ts';
import { heatmap } from './heatmap.ts';
import { html, raw } from './html.ts';
import { identityTable } from './identities.ts';
import { matrices } from './matrices.ts';
import { reading } from './reading.ts';
import { scatter } from './scatter.ts';
import { speed } from './speed.ts';
import { speedNumbers } from './speed-table.ts';
import { style } from './style.ts';
import { wrongAnswers } from './wrong.ts';

/** The report: one HTML page that needs nothing else, a pure function of the results. */
export function render(results: Results): string {
  const timed = results.speed.length > 0;
  const page = html`<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>matgrad bench</title>
<link rel="icon" href="data:,">
<style>${raw(style)}</style>
</head>
<body>
<header>
  <h1>How many digits survive?</h1>
  <p class="lead">Inverses, determinants, linear systems and Cholesky factors in JavaScript, and their gradients, against
  exact answers: on ordinary matrices, and on those that libraries get wrong without saying so.</p>
  ${facts(results)}
  <nav aria-label="Sections"><a href="#digits">Digits lost</a><a href="#wrong">Wrong without a word</a><a
    href="#conditioning">Error and conditioning</a>${timed ? html`<a href="#speed">Speed</a>` : null}<a
    href="#matrices">Every matrix</a>${results.identities.length > 0 ? html`<a href="#identities">Every identity</a>` : null}<a href="#reading">How to read this</a></nav>
</header>
<main>
  <section id="digits"><h2>Digits lost</h2>
    <p>Zero means as good as the data allow. Left the values, right the gradients (∇).</p>
    ${heatmap(results)}</section>
  <section id="wrong"><h2>Wrong without a word</h2>
    <p>Finite numbers, no error, no warning. For each case the entry that is furthest off, and what it should be.</p>
    ${wrongAnswers(results)}</section>
  <section id="conditioning"><h2>Error and conditioning</h2>
    <p>Each dot is a case. On the solid diagonal the error is what rounding the input may cause; up to the dashed line it is
    ${'30'} times that. Dots far above it are the method's own fault. Triangles are gradients, crosses are wrong without a word;
    where the data determine no digit, a dot is hollow.</p>
    ${scatter(results)}</section>
  ${
    timed
      ? html`<section id="speed"><h2>Speed</h2>${speed(results)}
        <details><summary>The numbers</summary>${speedNumbers(results)}</details></section>`
      : null
  }
  <section id="matrices"><h2>Every matrix</h2>${matrices(results)}</section>
  ${results.identities.length > 0 ? html`<section id="identities"><h2>Every identity</h2>${identityTable(results)}</section>` : null}
  <section id="reading"><h2>How to read this</h2>${reading}</section>
  <section id="environment"><h2>Where it was measured</h2>${environmentList(results)}</section>
</main>
<footer>Made by <code>npm run bench</code> from <code>results.json</code> (${results.schema}).</footer>
</body>
</html>`;
  return `<!doctype html>\n${page.markup}\n`;
}
