export { digamma, erf, erfc, erfinv, gamma, lgamma, polygamma } from './identity/elementwiseSpecial.ts';
export { logBeta } from './identity/logBeta.ts';
export { multigammaln } from './identity/multigammaln.ts';
export { normalCdf } from './identity/normalCdf.ts';
