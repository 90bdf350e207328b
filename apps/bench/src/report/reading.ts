import { limits } from '../measure/outcome.ts';
import { type Html, html } from './html.ts';

/** How to read the page. */
export const reading: Html = html`<p>Every matrix is meant exactly as stored: the rounded Hilbert matrix, not the ideal one. The reference answers are
computed from those numbers in exact rational arithmetic (square roots and logarithms: 120 digits) and rounded once.</p>
<dl>
  <dt>u</dt><dd>unit roundoff: 2⁻⁵³ for float64, 2⁻²⁴ for float32.</dd>
  <dt>score</dt><dd>‖error‖ / (u · scale), where scale = ‖answer‖ + ‖derivative‖ · ‖input‖. Rounding the input once may cause an
    error of 1. LAPACK passes its own codes up to ${limits.ok}, and so does this page.</dd>
  <dt>digits lost</dt><dd>log₁₀ of the score: digits lost by the method, beyond what the conditioning costs everyone.</dd>
  <dt>backward error</dt><dd>how far the problem is that the answer solves exactly, in units of u; in the cells' tooltips.</dd>
  <dt>undetermined</dt><dd>u · condition above ${limits.undetermined}: the data do not fix the answer. Neither right nor wrong, unless it
    is an inverse or a solution without one right digit, given without a word.</dd>
  <dt>refused</dt><dd>no answer exists (the inverse of a singular matrix) and the library said so.</dd>
  <dt>wrong without a word</dt><dd>finite numbers, no error, and either more than four digits lost beyond the conditioning, or an
    answer where none exists. A program that gets them goes on with them.</dd>
  <dt>time</dt><dd>that of the processor, all threads: other programs make it less certain, not longer by their share. Collection of
    garbage is part of it.</dd>
  <dt>gradient</dt><dd>the vector-Jacobian product with a fixed seeded cotangent. The determinant has a gradient at singular matrices
    too: its cofactors. Libraries without gradients are judged by their values only.</dd>
</dl>`;
