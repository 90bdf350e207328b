import { map as map64 } from '../interpret/float64/elementwise.ts';
import * as factored from '../interpret/float64/factored.ts';
import * as shapes from '../interpret/float64/shapes.ts';
import * as triangles from '../interpret/float64/triangles.ts';
import { ambiently } from './common.ts';

// Words that few rules use: an identity that does names them in its record.

export const map = /* @__PURE__ */ ambiently('map', map64);
export const phi = /* @__PURE__ */ ambiently('phi', triangles.phi);
export const lsolve = /* @__PURE__ */ ambiently('lsolve', triangles.lsolve);
export const lsolveT = /* @__PURE__ */ ambiently('lsolveT', triangles.lsolveT);
export const cofactor = /* @__PURE__ */ ambiently('cofactor', factored.cofactor);
export const dcofactor = /* @__PURE__ */ ambiently('dcofactor', factored.dcofactor);
export const broadcastTo = /* @__PURE__ */ ambiently('broadcastTo', shapes.broadcastTo);
export const stack = /* @__PURE__ */ ambiently('stack', shapes.stack);
export const take = /* @__PURE__ */ ambiently('take', shapes.take);
export const put = /* @__PURE__ */ ambiently('put', shapes.put);
