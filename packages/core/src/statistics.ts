export { buresDistance } from './identity/buresDistance.ts';
export { gaussianDivergence } from './identity/gaussianDivergence.ts';
export { gaussianFromCholesky } from './identity/gaussianFromCholesky.ts';
export { gaussianFromPrecision } from './identity/gaussianFromPrecision.ts';
export { gaussianLogDensity } from './identity/gaussianLogDensity.ts';
export { mahalanobis } from './identity/mahalanobis.ts';
