import * as elementwise from '../interpret/float64/elementwise.ts';
import * as factored from '../interpret/float64/factored.ts';
import * as indexing from '../interpret/float64/indexing.ts';
import * as parts from '../interpret/float64/parts.ts';
import * as products from '../interpret/float64/products.ts';
import * as shapes from '../interpret/float64/shapes.ts';
import * as triangles from '../interpret/float64/triangles.ts';
import { ambiently } from './common.ts';

// An identity names in its record those of these words that its rule uses.

export const had = /* @__PURE__ */ ambiently('had', elementwise.had);
export const scale = /* @__PURE__ */ ambiently('scale', elementwise.scale);
export const trace = /* @__PURE__ */ ambiently('trace', products.trace);
export const inner = /* @__PURE__ */ ambiently('inner', products.inner);
export const eye = /* @__PURE__ */ ambiently('eye', products.eye);
export const sym = /* @__PURE__ */ ambiently('sym', parts.sym);
export const tril = /* @__PURE__ */ ambiently('tril', parts.tril);
export const map = /* @__PURE__ */ ambiently('map', elementwise.map);
export const phi = /* @__PURE__ */ ambiently('phi', triangles.phi);
export const lsolve = /* @__PURE__ */ ambiently('lsolve', triangles.lsolve);
export const lsolveT = /* @__PURE__ */ ambiently('lsolveT', triangles.lsolveT);
export const cofactor = /* @__PURE__ */ ambiently('cofactor', factored.cofactor);
export const dcofactor = /* @__PURE__ */ ambiently('dcofactor', factored.dcofactor);
export const broadcastTo = /* @__PURE__ */ ambiently('broadcastTo', shapes.broadcastTo);
export const stack = /* @__PURE__ */ ambiently('stack', shapes.stack);
export const take = /* @__PURE__ */ ambiently('take', shapes.take);
export const put = /* @__PURE__ */ ambiently('put', shapes.put);
export const spectral = /* @__PURE__ */ ambiently('spectral', factored.spectral);
export const sylvester = /* @__PURE__ */ ambiently('sylvester', factored.sylvester);
export const sylvesterT = /* @__PURE__ */ ambiently('sylvesterT', factored.sylvesterT);
export const stein = /* @__PURE__ */ ambiently('stein', factored.stein);
export const steinT = /* @__PURE__ */ ambiently('steinT', factored.steinT);
export const gather = /* @__PURE__ */ ambiently('gather', indexing.gather);
export const scatter = /* @__PURE__ */ ambiently('scatter', indexing.scatter);
export const frechet = /* @__PURE__ */ ambiently('frechet', factored.frechet);
export const gap = /* @__PURE__ */ ambiently('gap', factored.gap);
export const even = /* @__PURE__ */ ambiently('even', factored.even);
