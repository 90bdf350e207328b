export {
  besselI,
  besselIe,
  besselJ,
  besselK,
  besselKe,
  besselY,
  sinc,
  sphericalBesselJ,
} from './identity/bessel.ts';
export { digamma, erf, erfc, erfinv, gamma, lgamma, polygamma } from './identity/erfGamma.ts';
export { gammaDensity } from './identity/gammaDensity.ts';
export { gammainc } from './identity/gammainc.ts';
export { gammaincc } from './identity/gammaincc.ts';
export { logBeta } from './identity/logBeta.ts';
export { multigammaln } from './identity/multigammaln.ts';
export { normalCdf } from './identity/normalCdf.ts';
export {
  entr,
  erfcx,
  expIntegral,
  logit,
  logNormalCdf,
  normalQuantile,
} from './identity/probability.ts';
export { xlog1py } from './identity/xlog1py.ts';
export { xlogy } from './identity/xlogy.ts';
