export { einsum } from './identity/einsum.ts';
export { multiDot } from './identity/multiDot.ts';
export { tensordot } from './identity/tensordot.ts';
export { tensorinv } from './identity/tensorinv.ts';
export { tensorsolve } from './identity/tensorsolve.ts';
